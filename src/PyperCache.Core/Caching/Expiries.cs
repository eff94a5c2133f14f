namespace PyperCache;

/// <summary>What callers give as an expiry, made certain.</summary>
internal static class Expiries
{
    /// <summary>The expiry given, or the default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    public static TimeSpan Checked(TimeSpan? expiry, TimeSpan defaultExpiry)
    {
        TimeSpan chosen = expiry ?? defaultExpiry;
        if (chosen < TimeSpan.Zero && chosen != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(expiry), chosen, CacheMessages.NegativeExpiry);
        return chosen;
    }
}
