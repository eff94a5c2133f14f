namespace PyperCache.Benchmarks.Generator;

/// <summary>Processor times of one round.</summary>
internal readonly record struct GeneratorTimes(TimeSpan Cold, TimeSpan UnrelatedEdit, TimeSpan ModelEdit, TimeSpan Compile);
