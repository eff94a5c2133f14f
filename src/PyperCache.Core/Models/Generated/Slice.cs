namespace PyperCache.Models.Generated;

/// <summary>A range of bytes in a payload; empty when a value is not there.</summary>
internal readonly record struct Slice(int Start, int End);
