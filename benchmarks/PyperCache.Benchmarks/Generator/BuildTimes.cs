namespace PyperCache.Benchmarks.Generator;

/// <summary>Processor times of a build; compiling is null when it was left out.</summary>
internal readonly record struct BuildTimes(TimeSpan Cold, TimeSpan? Compile);
