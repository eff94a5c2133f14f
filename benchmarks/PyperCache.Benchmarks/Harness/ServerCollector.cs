using System.Diagnostics;
using System.Runtime;

namespace PyperCache.Benchmarks.Harness;

/// <summary>The garbage collector of servers, which a process has from its start or never.</summary>
internal static class ServerCollector
{
    public static bool IsUsed => GCSettings.IsServerGC;

    /// <summary>Runs this program once more, with it.</summary>
    public static async Task RunAgainAsync(string[] args)
    {
        bool isHosted = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        ProcessStartInfo start = new(Environment.ProcessPath!, isHosted ? [Environment.GetCommandLineArgs()[0], .. args] : args) { Environment = { ["DOTNET_gcServer"] = "1" } };
        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"The run with the collector of servers ended with code {process.ExitCode}.");
    }
}
