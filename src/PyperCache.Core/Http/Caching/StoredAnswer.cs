using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Http;

/// <summary>
/// An answer as it lies in the cache: <c>{"value": body}</c>, followed by what is not as usual: <c>status</c> (not 200), <c>type</c> (not
/// application/json), the <c>headers</c> that are kept, and by <c>vary</c> the request headers it depends on, with hashes of their values.
/// </summary>
internal sealed class StoredAnswer
{
    private static readonly ReadOnlyMemory<byte> s_start = "{\"value\":"u8.ToArray();
    private static readonly ReadOnlyMemory<byte> s_end = "}"u8.ToArray();

    public ReadOnlyMemory<byte> Body { get; private set; }

    public HttpStatusCode StatusCode { get; private set; } = HttpStatusCode.OK;

    public string? ContentType { get; private set; }

    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; private set; } = [];

    /// <summary>The variant that it is; null when its key says it all.</summary>
    public Variant? Variant { get; private set; }

    /// <summary>When it was stored or last confirmed.</summary>
    public DateTimeOffset Timestamp { get; init; }

    /// <summary>How much longer it is fresh; negative when it is stale; null when it is fresh for ever.</summary>
    public TimeSpan? Remaining { get; init; }

    public bool IsFresh => Remaining is null || Remaining > TimeSpan.Zero;

    /// <summary>Whether the answer may be used although it is stale, when that is allowed for <paramref name="grace"/>.</summary>
    public bool IsWithin(TimeSpan grace) => grace == Timeout.InfiniteTimeSpan || (Remaining is { } left && -left < grace);

    public string? Header(string name)
    {
        foreach ((string key, string value) in Headers)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                return value;
        }

        return null;
    }

    /// <summary>The answer for one caller.</summary>
    /// <param name="request">The caller's request.</param>
    /// <param name="isPrivate">Whether none but a serializer that knows <see cref="PayloadContent"/> reads the body.</param>
    public HttpResponseMessage ToResponse(HttpRequestMessage request, bool isPrivate)
    {
        HttpResponseMessage response = isPrivate
            ? new HttpResponseMessage(StatusCode) { Content = new PayloadContent(Body, isPrivate) }
            : WithHeaders(new PayloadContent(Body));
        response.RequestMessage = request;
        return response;
    }

    /// <summary>Status and headers as a response without its body.</summary>
    public HttpResponseMessage ToHead() => WithHeaders(new PayloadContent(default));

    private HttpResponseMessage WithHeaders(PayloadContent content)
    {
        HttpResponseMessage head = new(StatusCode) { Content = content };
        head.Content.Headers.ContentType = new MediaTypeHeaderValue(ContentType ?? "application/json", "utf-8");
        foreach ((string name, string value) in Headers)
        {
            if (!head.Headers.TryAddWithoutValidation(name, value))
                head.Content.Headers.TryAddWithoutValidation(name, value);
        }

        return head;
    }

    /// <summary>Reads a payload. False when it is not of our form.</summary>
    /// <exception cref="JsonException">The payload is malformed.</exception>
    public bool TryRead(ReadOnlyMemory<byte> payload)
    {
        JsonCursor cursor = new(payload);
        if (!cursor.BeginObject())
            return false;
        bool started = false;
        bool found = false;
        while (cursor.NextMember(ref started, out ReadOnlySpan<byte> key, out _))
        {
            if (key.SequenceEqual("value"u8))
            {
                cursor.Peek();
                int start = cursor.Position;
                cursor.Skip();
                Body = cursor.SliceFrom(start);
                found = true;
            }
            else
            {
                ReadExtra(ref cursor, key);
            }
        }

        return found;
    }

    /// <summary>What makes a payload of the body of an answer.</summary>
    /// <param name="head">The answer.</param>
    /// <param name="variant">The variant that it is.</param>
    /// <param name="keepHeaders">The names of headers that are kept.</param>
    public static BodyFrame FrameOf(HttpResponseMessage head, Variant? variant, string[] keepHeaders) =>
        new(s_start, WriteExtras(head, variant, keepHeaders) ?? s_end);

    private void ReadExtra(ref JsonCursor cursor, scoped ReadOnlySpan<byte> key)
    {
        if (key.SequenceEqual("status"u8) && cursor.TryReadInt32(out int status))
        {
            StatusCode = (HttpStatusCode)status;
        }
        else if (key.SequenceEqual("type"u8) && cursor.TryReadString(out string? type))
        {
            ContentType = type;
        }
        else if (key.SequenceEqual("headers"u8) && cursor.BeginObject())
        {
            Headers = ReadHeaders(ref cursor);
        }
        else if (key.SequenceEqual("vary"u8) && cursor.BeginObject())
        {
            Variant = new Variant(ReadHeaders(ref cursor));
        }
        else
        {
            cursor.Skip();
        }
    }

    private static List<KeyValuePair<string, string>> ReadHeaders(ref JsonCursor cursor)
    {
        List<KeyValuePair<string, string>> headers = [];
        bool started = false;
        while (cursor.NextMember(ref started, out ReadOnlySpan<byte> name, out _))
        {
            string key = Encoding.UTF8.GetString(name);
            if (cursor.TryReadString(out string? value))
                headers.Add(new(key, value));
        }

        return headers;
    }

    /// <summary>The members after the value, each with the comma before it, and the end; null for none.</summary>
    private static byte[]? WriteExtras(HttpResponseMessage head, Variant? variant, string[] keepHeaders)
    {
        MediaTypeHeaderValue? contentType = head.Content.Headers.ContentType;
        string? type = UsualType(contentType) ? null : contentType?.MediaType;
        HttpHeadersNonValidated ofAnswer = head.Headers.NonValidated;
        HttpHeadersNonValidated ofBody = head.Content.Headers.NonValidated;
        List<KeyValuePair<string, string>>? headers = null;
        foreach (string name in keepHeaders)
        {
            if (ofAnswer.TryGetValues(name, out HeaderStringValues values) || ofBody.TryGetValues(name, out values))
                (headers ??= []).Add(new(name, values.ToString()));
        }

        if (type is null && headers is null && variant is null && head.StatusCode == HttpStatusCode.OK)
            return null;
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartObject();
            if (head.StatusCode != HttpStatusCode.OK)
                json.WriteNumber("status"u8, (int)head.StatusCode);
            if (type is not null)
                json.WriteString("type"u8, type);
            if (headers is not null)
                WriteHeaders(json, "headers"u8, headers);
            if (variant is not null)
                WriteHeaders(json, "vary"u8, variant.Headers);
            json.WriteEndObject();
        }

        byte[] extras = buffer.WrittenSpan.ToArray();
        extras[0] = (byte)',';
        return extras;
    }

    private static void WriteHeaders(Utf8JsonWriter json, ReadOnlySpan<byte> member, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        json.WriteStartObject(member);
        foreach ((string name, string value) in headers)
            json.WriteString(name, value);
        json.WriteEndObject();
    }

    private static bool UsualType(MediaTypeHeaderValue? type) => type?.MediaType is { } name && name.Equals("application/json", StringComparison.OrdinalIgnoreCase);
}
