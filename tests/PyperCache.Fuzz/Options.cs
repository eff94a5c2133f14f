using System.Globalization;

namespace PyperCache.Fuzz;

/// <summary>Reads the command line.</summary>
internal static class Options
{
    /// <summary>The number behind a word; a default when the word is not there.</summary>
    public static int Number(string[] args, string word, int otherwise)
    {
        int at = Array.IndexOf(args, word);
        return at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : otherwise;
    }
}
