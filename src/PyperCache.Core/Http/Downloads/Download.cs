using System.Buffers;
using System.Net;
using System.Net.Http.Headers;

namespace PyperCache.Http;

/// <summary>One download over as many connections as it takes.</summary>
internal sealed class Download(WrapperRuntime runtime, ApiRequest request, TimeSpan stall, TimeProvider time, IProgress<DownloadProgress>? progress)
{
    private const int BufferSize = 64 * 1024;

    private long _received;
    private long? _total;
    private RangeConditionHeaderValue? _version;

    public async Task<long> ToFileAsync(string destination, int maxResumes, CancellationToken cancellationToken)
    {
        string folder = Path.GetDirectoryName(destination)!;
        Directory.CreateDirectory(folder);
        string part = Path.Combine(folder, $".{Path.GetFileName(destination)}.{Guid.NewGuid():N}.part");
        try
        {
            FileStream file = new(part, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, useAsync: true);
            await using (file.ConfigureAwait(false))
                await ReceiveAsync(file, maxResumes, cancellationToken).ConfigureAwait(false);
            File.Move(part, destination, overwrite: true);
            return _received;
        }
        finally
        {
            // After the move there is nothing under this name any more.
            File.Delete(part);
        }
    }

    private async Task ReceiveAsync(FileStream file, int maxResumes, CancellationToken cancellationToken)
    {
        for (int attempt = 0; ; attempt++)
        {
            (HttpRequestMessage message, HttpClient client) = request.Build(runtime);
            using (message)
            {
                // Bytes as they are on the server, so that lengths and ranges mean what they say.
                message.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
                if (_received > 0)
                {
                    message.Headers.Range = new RangeHeaderValue(_received, null);
                    message.Headers.IfRange = _version;
                }

                try
                {
                    using HttpResponseMessage response = await ApiWrapper.SendAsync(runtime, message, client, cancellationToken).ConfigureAwait(false);
                    await BeginAsync(file, response, cancellationToken).ConfigureAwait(false);
                    await CopyAsync(file, response, cancellationToken).ConfigureAwait(false);
                    return;
                }
                catch (Exception e) when (attempt < maxResumes && _version is not null && IsBreak(e) && !cancellationToken.IsCancellationRequested)
                {
                    // The next round asks for the rest.
                }
                catch (Exception e) when (runtime.Faults.ForTransport(message, e, cancellationToken) is var fault && !ReferenceEquals(fault, e))
                {
                    throw fault;
                }
            }
        }
    }

    /// <summary>Takes the position from the answer: where we asked, or the start when the server sends the whole again.</summary>
    private async Task BeginAsync(FileStream file, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        HttpContentHeaders headers = response.Content.Headers;
        if (response.StatusCode == HttpStatusCode.PartialContent && _received > 0)
        {
            if (headers.ContentRange is not { From: { } from } range || from != _received)
                throw new HttpIOException(HttpRequestError.InvalidResponse, $"The server was asked for bytes from {_received} and sent {headers.ContentRange?.ToString() ?? "no range"}.");
            _total = range.Length ?? _total;
            return;
        }

        if (_received > 0)
        {
            file.SetLength(0);
            file.Position = 0;
            await file.FlushAsync(cancellationToken).ConfigureAwait(false);
            _received = 0;
        }

        _total = headers.ContentLength;
        _version = VersionOf(response);
    }

    /// <summary>What the rest can be asked for by, so that two versions of a file never become one. Weak tags are no promise of equal bytes.</summary>
    private static RangeConditionHeaderValue? VersionOf(HttpResponseMessage response)
    {
        if (response.Headers.AcceptRanges.Contains("none"))
            return null;
        if (response.Headers.ETag is { IsWeak: false } tag)
            return new RangeConditionHeaderValue(tag);
        return response.Content.Headers.LastModified is { } modified ? new RangeConditionHeaderValue(modified) : null;
    }

    private async Task CopyAsync(FileStream file, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        Stream body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        byte[] buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await ReadAsync(body, buffer, cancellationToken).ConfigureAwait(false) is > 0 and var count)
            {
                await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                _received += count;
                progress?.Report(new DownloadProgress(_received, _total));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (_total is { } total && total != _received)
            throw new HttpIOException(HttpRequestError.ResponseEnded, $"{_received} bytes came where {total} were announced.");
        await file.FlushAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads what is there. A server that stalls ends the download.</summary>
    private async ValueTask<int> ReadAsync(Stream body, byte[] buffer, CancellationToken cancellationToken)
    {
        using Deadline deadline = Deadline.Start(stall, time, cancellationToken);
        try
        {
            return await body.ReadAsync(buffer.AsMemory(0, BufferSize), deadline.Token).ConfigureAwait(false);
        }
        catch (Exception e) when (deadline.Explains(e))
        {
            throw deadline.ToException(e);
        }
    }

    private static bool IsBreak(Exception e) => e is HttpRequestException or IOException or TaskCanceledException or (ApiWrapperException and not ApiHttpException);
}
