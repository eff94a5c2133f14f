using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using PyperCache.Benchmarks.Harness;

namespace PyperCache.Benchmarks.Bdn;

/// <summary>The same payloads under BenchmarkDotNet, for those who trust its statistics more than a race.</summary>
internal sealed class BdnCommand : ICommand
{
    public string Name => "bdn";

    public string Summary => "payloads to models, by BenchmarkDotNet; takes its options, such as --job short";

    public Task RunAsync(string[] args, TextWriter output)
    {
        // The project that it would write for a process of its own would get the build settings of this repository.
        BenchmarkRunner.Run<HydrateBenchmarks>(DefaultConfig.Instance, [.. args, "--inProcess"]);
        return Task.CompletedTask;
    }
}
