using PyperCache.Tests.Programs;

namespace PyperCache.Packages.Tests;

/// <summary>Runs what a user runs.</summary>
internal static class DotNet
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    /// <summary>A compiler that stays in the background would hold on to the output, and the end of it would not come.</summary>
    private static readonly Dictionary<string, string?> s_environment = new()
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
    };

    /// <summary>Runs a command of the SDK that this program runs on.</summary>
    public static Task<ProgramRun> RunAsync(string folder, params string[] arguments) =>
        RunProgramAsync(folder, ProgramRun.DotNet, arguments);

    /// <summary>Runs a program.</summary>
    public static Task<ProgramRun> RunProgramAsync(string folder, string program, params string[] arguments) =>
        ProgramRun.OfAsync(folder, program, arguments, s_environment, s_patience);
}
