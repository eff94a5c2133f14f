using PyperCache.Tests.Programs;

namespace PyperCache.Samples.Tests.Programs;

/// <summary>Runs built samples as processes of their own.</summary>
internal static class Sample
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs a sample to its end.</summary>
    public static Task<ProgramRun> RunAsync(string sample, params string[] arguments) =>
        RunAsync(sample, new Dictionary<string, string?>(), arguments);

    /// <summary>Runs a sample to its end, with some environment variables changed; null removes one.</summary>
    public static Task<ProgramRun> RunAsync(string sample, IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        ProgramRun.OfAsync(
            TestContext.CurrentContext.WorkDirectory, ProgramRun.DotNet, [BuildFacts.Program(sample), .. arguments], environment, s_patience);
}
