using System.Buffers;
using System.Net.Http.Headers;
using System.Text;

namespace PyperCache.Http;

/// <summary>Reads bodies into memory.</summary>
internal static class BodyReader
{
    private const int FirstBuffer = 16 * 1024;

    /// <summary>What is announced to be longer gets memory as it comes, not as it is announced.</summary>
    private const int MostOnTrust = 1024 * 1024;

    /// <summary>Reads a body that has no more than <paramref name="limit"/> bytes.</summary>
    /// <returns>The body in its frame, or null when it is longer; the content then still gives the whole body, from the start.</returns>
    /// <exception cref="HttpIOException">The body ended before its declared length.</exception>
    public static async ValueTask<byte[]?> TryReadAsync(HttpResponseMessage response, BodyFrame frame, int limit, CancellationToken cancellationToken)
    {
        if (response.Content is PayloadContent { Payload: var known })
            return known.Length <= limit ? frame.Around(known.Span) : null;
        long? length = response.Content.Headers.ContentLength;
        if (length > limit)
            return null;
        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        if (length is { } exact and <= MostOnTrust)
            return await ReadExactlyAsync(stream, (int)exact, frame, cancellationToken).ConfigureAwait(false);

        (byte[] buffer, int count) = await ReadUpToAsync(stream, limit, cancellationToken).ConfigureAwait(false);
        byte[] framed = frame.Around(buffer.AsSpan(0, count));
        ArrayPool<byte>.Shared.Return(buffer);
        if (length is { } announced && announced != count)
            throw CutShort(count, announced);
        if (count <= limit)
            return framed;
        response.Content = PutBack(response.Content, frame.BodyOf(framed), stream);
        return null;
    }

    /// <summary>The body as UTF-8 without a byte order mark, whatever charset it was sent in.</summary>
    /// <returns>Null when the charset is not known here.</returns>
    public static ReadOnlyMemory<byte>? ToUtf8(ReadOnlyMemory<byte> body, string? charset)
    {
        if (body.Span.StartsWith(Encoding.UTF8.Preamble))
            return body[Encoding.UTF8.Preamble.Length..];
        if (charset is null || charset.Trim('"') is var name && (Is(name, "utf-8") || Is(name, "utf8") || Is(name, "us-ascii")))
            return body;
        try
        {
            Encoding encoding = Encoding.GetEncoding(charset.Trim('"'));
            byte[] converted = Encoding.Convert(encoding, Encoding.UTF8, body.ToArray());
            return converted.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? converted.AsMemory(Encoding.UTF8.Preamble.Length) : converted;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The body as text. A charset that is not known here is read as UTF-8.</summary>
    public static string ToText(ReadOnlyMemory<byte> body, string? charset) =>
        Encoding.UTF8.GetString((ToUtf8(body, charset) ?? body).Span);

    private static bool Is(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);

    private static async ValueTask<byte[]> ReadExactlyAsync(Stream stream, int length, BodyFrame frame, CancellationToken cancellationToken)
    {
        byte[] framed = frame.WithRoom(length, out Memory<byte> body);
        int count = await stream.ReadAtLeastAsync(body, length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        return count == length ? framed : throw CutShort(count, length);
    }

    private static HttpIOException CutShort(long count, long length) => new(HttpRequestError.ResponseEnded, $"The body ended after {count} of {length} bytes.");

    /// <summary>Reads to the end, or to one byte more than the limit.</summary>
    private static async ValueTask<(byte[] Buffer, int Count)> ReadUpToAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(Math.Min(FirstBuffer, limit + 1));
        int count = 0;
        while (count <= limit)
        {
            if (count == buffer.Length)
                buffer = Grow(buffer, limit + 1);
            int wanted = Math.Min(buffer.Length, limit + 1) - count;
            int read = await stream.ReadAsync(buffer.AsMemory(count, wanted), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                break;
            count += read;
        }

        return (buffer, count);
    }

    private static byte[] Grow(byte[] buffer, int limit)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(buffer.Length * 2L, Math.Max(limit, buffer.Length + 1L)));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }

    private static StreamContent PutBack(HttpContent content, ReadOnlyMemory<byte> start, Stream rest)
    {
        StreamContent whole = new(new PrefixedStream(start, rest, content));
        foreach (KeyValuePair<string, HeaderStringValues> header in content.Headers.NonValidated)
            whole.Headers.TryAddWithoutValidation(header.Key, header.Value);
        return whole;
    }
}
