using System.Diagnostics;

namespace PyperCache.Core.Tests;

/// <summary>Starts the other process of these tests.</summary>
internal static class ChildProcess
{
    public static Process Start(params string[] arguments) => Start([], arguments);

    private static Process Start(Dictionary<string, string> environment, string[] arguments)
    {
        string program = Path.Combine(TestContext.CurrentContext.TestDirectory, "PyperCache.CrashChild.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["DOTNET_TieredCompilation"] = "1", ["DOTNET_TC_QuickJitForLoops"] = "1" },
        };
        foreach (KeyValuePair<string, string> variable in environment)
            start.Environment.Add(variable.Key, variable.Value);
        return Process.Start(start)!;
    }

    /// <summary>Lets it run to its end.</summary>
    /// <returns>What it wrote.</returns>
    public static Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => RunWithAsync([], arguments);

    /// <summary>Lets it run to its end, with more in its environment.</summary>
    /// <returns>What it wrote.</returns>
    public static async Task<(int ExitCode, string Output)> RunWithAsync(Dictionary<string, string> environment, params string[] arguments)
    {
        using Process process = Start(environment, arguments);
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output + await error);
    }
}
