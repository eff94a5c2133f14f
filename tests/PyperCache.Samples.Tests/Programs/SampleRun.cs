using System.Diagnostics;

namespace PyperCache.Samples.Tests.Programs;

/// <summary>A sample program that ran to its end.</summary>
/// <param name="ExitCode">What it returned.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Errors">Its standard error.</param>
internal sealed record SampleRun(int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs a built sample as a process of its own.</summary>
    public static Task<SampleRun> OfAsync(string sample, params string[] arguments) => OfAsync(sample, new Dictionary<string, string?>(), arguments);

    /// <summary>Runs a built sample as a process of its own, with some environment variables changed; null removes one.</summary>
    public static async Task<SampleRun> OfAsync(string sample, IReadOnlyDictionary<string, string?> environment, params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [BuildFacts.Program(sample), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            WorkingDirectory = TestContext.CurrentContext.WorkDirectory,
        };
        foreach ((string name, string? value) in environment)
            start.Environment[name] = value;
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
            Assert.Fail($"{sample} did not end within {s_patience}.");
        }

        return new SampleRun(process.ExitCode, await output, await errors);
    }
}
