namespace PyperCache.Http;

public abstract partial class ApiWrapper
{
    /// <summary>Downloads to a file. It appears when it is complete; a download that fails leaves nothing behind and an older file as it was.</summary>
    /// <remarks>A connection that breaks is taken up where it ended, if the server allows it. Never cached.</remarks>
    /// <param name="path">The path below the origin, or an absolute URL on one of the origins.</param>
    /// <param name="destination">The file. Missing folders are made, an existing file is replaced.</param>
    /// <param name="progress">Hears how far it is, with each piece that arrives.</param>
    /// <param name="query">Query values to add to the path.</param>
    /// <param name="headers">Headers for this request.</param>
    /// <param name="timeout">How long the server may take to begin, and to go on after each piece; null: as the client is set up.</param>
    /// <param name="maxResumes">How often a broken connection is taken up. Default: 3.</param>
    /// <param name="origin">The origin's name; null for the default.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <returns>The length of the file.</returns>
    /// <exception cref="ApiHttpException">The server answered with an error status.</exception>
    /// <exception cref="ApiTimeoutException">The server did not begin, or stalled.</exception>
    /// <exception cref="ApiWrapperException">The connection failed, or broke and could not be taken up.</exception>
    public async Task<long> DownloadToAsync(
        string path,
        string destination,
        IProgress<DownloadProgress>? progress = null,
        NamedValues? query = null,
        NamedValues? headers = null,
        TimeSpan? timeout = null,
        int maxResumes = 3,
        string? origin = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(destination);
        WrapperRuntime runtime = Runtime;
        ApiRequest request = Streamed(HttpMethod.Get, path, query, jsonBody: null, headers, timeout, origin);
        Download download = new(runtime, request, timeout ?? _options.Timeout, _options.TimeProvider, progress);
        return await download.ToFileAsync(Path.GetFullPath(destination), maxResumes, cancellationToken).ConfigureAwait(false);
    }
}
