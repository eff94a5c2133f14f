using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using PyperCache.Storage;

namespace PyperCache;

/// <summary>A record as it was when it was read: payload, times and the name of the type it hydrates into. It does not change.</summary>
public sealed partial class CacheRecord
{
    private readonly StoredRecord _record;
    private readonly TimeProvider _time;
    private object? _data;

    internal CacheRecord(string key, StoredRecord record, TimeProvider time)
    {
        Key = key;
        _record = record;
        _time = time;
    }

    /// <summary>The key it was stored under.</summary>
    public string Key { get; }

    /// <summary>The payload: one JSON value as UTF-8.</summary>
    public ReadOnlyMemory<byte> Payload => _record.Payload;

    /// <summary>When it was last written.</summary>
    public DateTimeOffset Timestamp => _record.Timestamp;

    /// <summary>How long it is fresh; <see cref="Timeout.InfiniteTimeSpan"/> when it always is.</summary>
    public TimeSpan Expiry => _record.Expiry;

    /// <summary>The name of the type it was stored as, or null when none was given.</summary>
    public string? CastName => _record.CastName;

    /// <summary>Whether it is older than its expiry now, by the clock of the cache. Asked again later the answer may differ.</summary>
    public bool IsDataStale => _record.Times.IsStaleAt(_time.GetUtcNow());

    /// <summary>The payload as a JSON element that needs no disposing. It is parsed once.</summary>
    /// <exception cref="JsonException">The payload in the file is not well-formed.</exception>
    public JsonElement Data => (JsonElement)(_data ??= JsonElement.Parse(Payload.Span));

    /// <summary>The payload as a value of a System.Text.Json type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="typeInfo">Its metadata, usually from a <c>JsonSerializerContext</c>.</param>
    /// <returns>The value; null when the payload is <c>null</c>.</returns>
    /// <exception cref="JsonException">The payload does not fit the type.</exception>
    public T? As<T>(JsonTypeInfo<T> typeInfo) => JsonSerializer.Deserialize(Payload.Span, typeInfo);

    /// <summary>The record in the form that the files have: <c>cast</c>, <c>expiry</c> in seconds or <c>"math.inf"</c>, <c>timestamp</c> in Unix seconds, <c>data</c>.</summary>
    /// <returns>A new object.</returns>
    public JsonObject AsDict() => new()
    {
        ["cast"] = CastName,
        ["expiry"] = Expiry == Timeout.InfiniteTimeSpan ? UnixTime.Never : UnixTime.ToExpirySeconds(Expiry),
        ["timestamp"] = UnixTime.ToSeconds(Timestamp),
        ["data"] = JsonNode.Parse(Payload.Span),
    };
}
