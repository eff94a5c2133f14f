namespace JsonPlaceholder;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Help = """
        A client for https://jsonplaceholder.typicode.com, its answers kept in a file.

        usage: dotnet run --project samples/JsonPlaceholder [-- options]

          --live         ask the real host; without it, a server inside this program plays it
          --cache PATH   the cache file; its extension picks the format, such as .db for SQLite.
                         Without it: jsonplaceholder_cache.db beside the built program
          --help         this text

        Run it twice: the second time the answers come from the cache file of the first, for five minutes.
        """;

    public bool IsLive { get; private init; }

    public bool WantsHelp { get; private init; }

    /// <summary>
    /// Beside the program by default: a second run finds it from any directory, and no file turns up where nobody asked for one. The real host has
    /// a file of its own, since its answers have the same keys.
    /// </summary>
    public string CachePath
    {
        get => field ?? Path.Combine(AppContext.BaseDirectory, IsLive ? "jsonplaceholder_live_cache.db" : "jsonplaceholder_cache.db");
        private init;
    }

    public string RequestLogPath => Path.Combine(
        Path.GetDirectoryName(Path.GetFullPath(CachePath))!,
        IsLive ? "jsonplaceholder_live_requests.log" : "jsonplaceholder_requests.log");

    public static bool TryParse(ReadOnlySpan<string> args, out Options options, out string? fault)
    {
        options = new Options();
        fault = null;
        while (fault is null && !args.IsEmpty)
        {
            switch (args)
            {
                case ["--live", ..]:
                    options = options with { IsLive = true };
                    args = args[1..];
                    break;
                case ["--help" or "-h", ..]:
                    options = options with { WantsHelp = true };
                    args = args[1..];
                    break;
                case ["--cache", { Length: > 0 } path, ..]:
                    options = options with { CachePath = path };
                    args = args[2..];
                    break;
                default:
                    fault = args[0] == "--cache" ? "--cache needs a path." : $"There is no option {args[0]}.";
                    break;
            }
        }

        return fault is null;
    }
}
