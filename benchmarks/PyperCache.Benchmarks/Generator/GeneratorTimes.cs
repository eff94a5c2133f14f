namespace PyperCache.Benchmarks.Generator;

/// <summary>Processor times of one round; null for what it left out.</summary>
internal readonly record struct GeneratorTimes(TimeSpan Cold, TimeSpan UnrelatedEdit, TimeSpan ModelEdit, TimeSpan? Compile);
