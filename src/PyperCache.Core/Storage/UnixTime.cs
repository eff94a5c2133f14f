namespace PyperCache.Storage;

/// <summary>Times as the files keep them: seconds as floating-point numbers.</summary>
internal static class UnixTime
{
    /// <summary>How an expiry that never comes is written in every format.</summary>
    public const string Never = "math.inf";

    private const double MicrosecondsPerSecond = 1e6;
    private const double LastSecond = 253402300799;
    private const double FirstSecond = -62135596800;

    public static double ToSeconds(DateTimeOffset time) =>
        (double)(time.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks) / TimeSpan.TicksPerSecond;

    /// <summary>The time to the microsecond, which is what a double holds; so a time that was written whole comes back whole.</summary>
    public static DateTimeOffset FromSeconds(double seconds)
    {
        if (double.IsNaN(seconds))
            return DateTimeOffset.UnixEpoch;
        double microseconds = Math.Round(Math.Clamp(seconds, FirstSecond, LastSecond) * MicrosecondsPerSecond);
        return DateTimeOffset.UnixEpoch.AddTicks((long)microseconds * TimeSpan.TicksPerMicrosecond);
    }

    /// <summary>Cuts a time to what the files hold, so that it equals what is read back.</summary>
    public static DateTimeOffset Truncate(DateTimeOffset time) =>
        new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);

    public static double ToExpirySeconds(TimeSpan expiry) =>
        expiry == Timeout.InfiniteTimeSpan ? double.PositiveInfinity : (double)expiry.Ticks / TimeSpan.TicksPerSecond;

    public static TimeSpan FromExpirySeconds(double seconds)
    {
        if (double.IsNaN(seconds) || seconds >= TimeSpan.MaxValue.TotalSeconds)
            return Timeout.InfiniteTimeSpan;
        if (seconds <= 0)
            return TimeSpan.Zero;
        return new TimeSpan((long)Math.Round(seconds * TimeSpan.TicksPerSecond));
    }
}
