using BenchmarkDotNet.Attributes;
using PyperCache.Benchmarks.Harness;
using PyperCache.Benchmarks.Hydrate;

namespace PyperCache.Benchmarks.Bdn;

/// <summary>Payloads to models: the source generator of System.Text.Json against ours.</summary>
[MemoryDiagnoser]
public class HydrateBenchmarks
{
    private Contender _systemTextJson = null!;
    private Contender _ours = null!;

    /// <summary>The payloads of the command <c>hydrate</c>.</summary>
    public static IEnumerable<string> Payloads => HydrateCommand.Parts().Select(static p => p.What);

    /// <summary>What is read.</summary>
    [ParamsSource(nameof(Payloads))]
    public string Payload { get; set; } = "";

    /// <summary>Makes the payload.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Contender[] contenders = HydrateCommand.Parts().First(p => p.What == Payload).Contenders;
        (_systemTextJson, _ours) = (contenders[0], contenders[1]);
    }

    /// <summary>The first contender of the race.</summary>
    [Benchmark(Baseline = true)]
    public object? SystemTextJson() => _systemTextJson.Work();

    /// <summary>Ours.</summary>
    [Benchmark]
    public object? PyperCacheModels() => _ours.Work();
}
