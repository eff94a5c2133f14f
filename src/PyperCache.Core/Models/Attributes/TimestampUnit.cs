namespace PyperCache.Models;

/// <summary>The unit of a Unix time.</summary>
public enum TimestampUnit
{
    /// <summary>Seconds; fractions are allowed.</summary>
    Seconds,

    /// <summary>Milliseconds.</summary>
    Milliseconds,

    /// <summary>Microseconds.</summary>
    Microseconds,

    /// <summary>Nanoseconds; what is finer than 100 ns is cut off.</summary>
    Nanoseconds,
}
