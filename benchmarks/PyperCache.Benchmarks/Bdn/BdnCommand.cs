using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using PyperCache.Benchmarks.Harness;

namespace PyperCache.Benchmarks.Bdn;

/// <summary>The same payloads under BenchmarkDotNet, for those who trust its statistics more than a race.</summary>
internal sealed class BdnCommand : ICommand
{
    public string Name => "bdn";

    public string Summary => "payloads to models, by BenchmarkDotNet; takes its options, such as --job short";

    public Task RunAsync(string[] args, TextWriter output)
    {
        // In this process: the project that it would write for another one would get the build settings of this repository.
        IConfig config = DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
        BenchmarkRunner.Run<HydrateBenchmarks>(config, args);
        return Task.CompletedTask;
    }
}
