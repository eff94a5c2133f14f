using System.Diagnostics.CodeAnalysis;

namespace PyperCache.Samples;

/// <summary>What the command line of a sample asks for.</summary>
/// <param name="name">The beginning of the names of the sample's files.</param>
internal sealed class SampleOptions(string name)
{
    private string? _cachePath;

    /// <summary>Whether the real host is to be asked.</summary>
    public bool IsLive { get; private set; }

    public bool WantsHelp { get; private set; }

    /// <summary>What stands on the command line besides the options.</summary>
    public List<string> Words { get; } = [];

    /// <summary>
    /// Beside the program unless another is asked for: a second run finds it from any directory, and no file turns up where nobody asked for one.
    /// The real host has a file of its own, since its answers have the same keys.
    /// </summary>
    public string CachePath => _cachePath ?? Path.Combine(AppContext.BaseDirectory, $"{Prefix}_cache.db");

    /// <summary>Beside the cache.</summary>
    public string RequestLogPath => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(CachePath))!, $"{Prefix}_requests.log");

    private string Prefix => IsLive ? $"{name}_live" : name;

    /// <summary>Reads a command line.</summary>
    /// <param name="name">The beginning of the names of the sample's files.</param>
    /// <param name="args">The command line.</param>
    /// <param name="options">What it asks for.</param>
    /// <param name="fault">What is wrong with it, when the answer is false.</param>
    public static bool TryParse(string name, ReadOnlySpan<string> args, out SampleOptions options, [NotNullWhen(false)] out string? fault)
    {
        options = new SampleOptions(name);
        fault = null;
        while (fault is null && !args.IsEmpty)
            fault = options.TakeFirst(ref args);
        return fault is null;
    }

    private string? TakeFirst(ref ReadOnlySpan<string> args)
    {
        string first = args[0];
        args = args[1..];
        switch (first)
        {
            case "--live":
                IsLive = true;
                return null;
            case "--help" or "-h":
                WantsHelp = true;
                return null;
            case "--cache" when args is [{ Length: > 0 } path, ..]:
                _cachePath = path;
                args = args[1..];
                return null;
            case "--cache":
                return "--cache needs a path.";
            case ['-', ..]:
                return $"There is no option {first}.";
            default:
                Words.Add(first);
                return null;
        }
    }
}
