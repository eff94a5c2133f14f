namespace PyperCache.Http;

/// <summary>How far a download is.</summary>
/// <param name="BytesReceived">The bytes that are in the file.</param>
/// <param name="TotalBytes">The length of the whole; null when the server does not say.</param>
public readonly record struct DownloadProgress(long BytesReceived, long? TotalBytes)
{
    /// <summary>From 0 to 1; null when the server does not say how much there is.</summary>
    public double? Fraction => TotalBytes is > 0 ? (double)BytesReceived / TotalBytes : null;
}
