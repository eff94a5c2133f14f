using System.Diagnostics;

namespace PyperCache.Packages.Tests;

/// <summary>A program that ran to its end.</summary>
/// <param name="ExitCode">What it returned.</param>
/// <param name="Output">What it wrote, errors after the rest.</param>
internal sealed record DotNet(int ExitCode, string Output)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(5);

    /// <summary>Runs a command of the SDK that this program runs on.</summary>
    public static Task<DotNet> RunAsync(string folder, params string[] arguments) =>
        RunAsync(folder, Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments);

    /// <summary>Runs a program in a folder.</summary>
    public static async Task<DotNet> RunAsync(string folder, string program, string[] arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // A compiler that stays in the background would hold on to the output, and the end of it would not come.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        using CancellationTokenSource deadline = new(s_patience);
        try
        {
            await process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{program} {string.Join(' ', arguments)} did not end within {s_patience}.");
        }

        return new DotNet(process.ExitCode, await output + await errors);
    }
}
