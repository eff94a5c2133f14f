namespace PyperCache.Benchmarks.Generator;

/// <summary>Processor times of two edits.</summary>
internal readonly record struct EditTimes(TimeSpan Unrelated, TimeSpan OfModel);
