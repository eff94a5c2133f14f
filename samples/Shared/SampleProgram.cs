using PyperCache.Http;

namespace PyperCache.Samples;

/// <summary>Runs a sample: its command line, its help, and faults in words.</summary>
internal static class SampleProgram
{
    private const string CommonOptions = """


          --live         ask the real host; without it, a server inside this program plays it
          --cache PATH   the cache file; its extension picks the format: .db SQLite, .json, .pkl, .manifest.
                         Without it: a .db file beside the built program
          --help         this text
        """;

    /// <summary>Runs a sample.</summary>
    /// <param name="name">The beginning of the names of its files.</param>
    /// <param name="help">What it does, and its own part of the command line.</param>
    /// <param name="args">The command line.</param>
    /// <param name="runAsync">What it does.</param>
    /// <param name="words">How many words it takes besides the options.</param>
    /// <returns>The exit code: 0; 1 when the API failed; 2 when the command line makes no sense.</returns>
    public static async Task<int> RunAsync(string name, string help, string[] args, Func<SampleOptions, Task> runAsync, int words = 0)
    {
        if (!SampleOptions.TryParse(name, args, out SampleOptions options, out string? fault))
            return Refuse($"{fault}\n\n{help}{CommonOptions}", exitCode: 2);
        if (options.Words.Count > words)
            return Refuse($"{options.Words[words]} is one word too many.\n\n{help}{CommonOptions}", exitCode: 2);
        if (options.WantsHelp)
        {
            Console.WriteLine($"{help}{CommonOptions}");
            return 0;
        }

        try
        {
            await runAsync(options);
            return 0;
        }
        catch (Exception e) when (e is NotSupportedException or ArgumentException)
        {
            return Refuse(e.Message, exitCode: 2);
        }
        catch (ApiWrapperException e)
        {
            return Refuse(options.IsLive ? $"{e.Message}\nWithout --live the sample needs no internet." : e.Message, exitCode: 1);
        }
    }

    private static int Refuse(string reason, int exitCode)
    {
        Console.Error.WriteLine(reason);
        return exitCode;
    }
}
