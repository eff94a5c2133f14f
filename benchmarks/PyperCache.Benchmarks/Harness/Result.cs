namespace PyperCache.Benchmarks.Harness;

/// <summary>What a <see cref="Race"/> found about one contender.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Nanoseconds">The median time of one operation.</param>
/// <param name="Speed">How many times as fast as the first contender: the median over the rounds of the quotient of their times.</param>
/// <param name="Bytes">The bytes that one operation allocates.</param>
internal sealed record Result(string Name, double Nanoseconds, double Speed, long Bytes);
