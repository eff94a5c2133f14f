namespace PyperCache.Http;

/// <summary>Keeps the answers of a GET in the cache. On an interface: the default for all its GETs, and for those of the interfaces that inherit it.</summary>
/// <param name="seconds">How long an answer is fresh; <see cref="double.PositiveInfinity"/> for ever. Zero: never fresh, yet kept for <see cref="StaleIfError"/>.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Interface, Inherited = false)]
public sealed class CacheForAttribute(double seconds) : Attribute
{
    /// <summary>How long an answer is fresh, in seconds.</summary>
    public double Seconds { get; } = seconds;

    /// <summary>For how many seconds past its freshness an answer may stand in when the server cannot be reached, times out or answers 5xx. Default: 0, never.</summary>
    public double StaleIfError { get; set; }

    /// <summary>For how many seconds past its freshness an answer is still given at once while a new one is fetched in the background. Default: 0, never.</summary>
    public double StaleWhileRevalidate { get; set; }

    /// <summary>Names by which <see cref="InvalidatesAttribute"/> finds the answers of this endpoint.</summary>
    public string[] Tags { get; set; } = [];
}
