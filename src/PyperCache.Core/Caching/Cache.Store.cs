using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using PyperCache.Storage;

namespace PyperCache;

public sealed partial class Cache
{
    /// <summary>Stores UTF-8 JSON as it is.</summary>
    /// <param name="key">The key; a record that is there is replaced.</param>
    /// <param name="utf8Json">One JSON value. The bytes are copied.</param>
    /// <param name="expiry">How long it is fresh; null for <see cref="CacheOptions.DefaultExpiry"/>.</param>
    /// <param name="castName">The name of the model that it hydrates into, or null.</param>
    /// <exception cref="JsonException">The bytes are not one well-formed JSON value. Nothing was stored.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The expiry is negative and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    /// <exception cref="StorageException">The file could not be written. Nothing was stored.</exception>
    public void Store(string key, ReadOnlySpan<byte> utf8Json, TimeSpan? expiry = null, string? castName = null) =>
        Put(key, Payloads.FromUtf8(key, utf8Json), expiry, castName);

    /// <inheritdoc cref="Store(string, ReadOnlySpan{byte}, TimeSpan?, string?)"/>
    public void Store(string key, ReadOnlyMemory<byte> utf8Json, TimeSpan? expiry = null, string? castName = null)
    {
        Payloads.Ensure(key, utf8Json.Span);
        Open.PutBorrowed(key, NewRecord(key, utf8Json, expiry, castName));
    }

    /// <inheritdoc cref="Store(string, ReadOnlySpan{byte}, TimeSpan?, string?)"/>
    public void Store(string key, Memory<byte> utf8Json, TimeSpan? expiry = null, string? castName = null) =>
        Store(key, (ReadOnlyMemory<byte>)utf8Json, expiry, castName);

    /// <inheritdoc cref="Store(string, ReadOnlySpan{byte}, TimeSpan?, string?)"/>
    public void Store(string key, byte[] utf8Json, TimeSpan? expiry = null, string? castName = null)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        Store(key, (ReadOnlyMemory<byte>)utf8Json, expiry, castName);
    }

    /// <summary>Stores JSON text.</summary>
    /// <param name="key">The key; a record that is there is replaced.</param>
    /// <param name="json">One JSON value as text. To store a string as a value, give <c>JsonValue.Create(text)</c>.</param>
    /// <param name="expiry">How long it is fresh; null for <see cref="CacheOptions.DefaultExpiry"/>.</param>
    /// <param name="castName">The name of the model that it hydrates into, or null.</param>
    /// <exception cref="JsonException">The text is not one well-formed JSON value. Nothing was stored.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The expiry is negative and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    /// <exception cref="StorageException">The file could not be written. Nothing was stored.</exception>
    public void Store(string key, string json, TimeSpan? expiry = null, string? castName = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        Put(key, Payloads.FromText(key, json), expiry, castName);
    }

    /// <summary>Stores a JSON node; null stands for JSON null.</summary>
    /// <param name="key">The key; a record that is there is replaced.</param>
    /// <param name="data">The node, as it is now: changing it later does not change the record.</param>
    /// <param name="expiry">How long it is fresh; null for <see cref="CacheOptions.DefaultExpiry"/>.</param>
    /// <param name="castName">The name of the model that it hydrates into, or null.</param>
    /// <exception cref="ArgumentOutOfRangeException">The expiry is negative and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    /// <exception cref="StorageException">The file could not be written. Nothing was stored.</exception>
    public void Store(string key, JsonNode? data, TimeSpan? expiry = null, string? castName = null) =>
        Put(key, Payloads.FromNode(key, data), expiry, castName);

    // A type of its own for each kind of node: otherwise the overload that takes any model would be the better match.

    /// <inheritdoc cref="Store(string, JsonNode?, TimeSpan?, string?)"/>
    public void Store(string key, JsonObject? data, TimeSpan? expiry = null, string? castName = null) =>
        Store(key, (JsonNode?)data, expiry, castName);

    /// <inheritdoc cref="Store(string, JsonNode?, TimeSpan?, string?)"/>
    public void Store(string key, JsonArray? data, TimeSpan? expiry = null, string? castName = null) =>
        Store(key, (JsonNode?)data, expiry, castName);

    /// <inheritdoc cref="Store(string, JsonNode?, TimeSpan?, string?)"/>
    public void Store(string key, JsonValue? data, TimeSpan? expiry = null, string? castName = null) =>
        Store(key, (JsonNode?)data, expiry, castName);

    /// <summary>Stores a JSON element.</summary>
    /// <param name="key">The key; a record that is there is replaced.</param>
    /// <param name="data">The element; its text is kept as it is.</param>
    /// <param name="expiry">How long it is fresh; null for <see cref="CacheOptions.DefaultExpiry"/>.</param>
    /// <param name="castName">The name of the model that it hydrates into, or null.</param>
    /// <exception cref="InvalidOperationException">The element is undefined. Nothing was stored.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The expiry is negative and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    /// <exception cref="StorageException">The file could not be written. Nothing was stored.</exception>
    public void Store(string key, JsonElement data, TimeSpan? expiry = null, string? castName = null) =>
        Put(key, Payloads.FromElement(key, data), expiry, castName);

    /// <summary>Stores a value of a System.Text.Json type.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="key">The key; a record that is there is replaced.</param>
    /// <param name="value">The value.</param>
    /// <param name="typeInfo">Its metadata, usually from a <c>JsonSerializerContext</c>.</param>
    /// <param name="expiry">How long it is fresh; null for <see cref="CacheOptions.DefaultExpiry"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The expiry is negative and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    /// <exception cref="StorageException">The file could not be written. Nothing was stored.</exception>
    public void Store<T>(string key, T value, JsonTypeInfo<T> typeInfo, TimeSpan? expiry = null)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        Put(key, Payloads.FromValue(key, value, typeInfo), expiry, castName: null);
    }

    /// <summary>Replaces the payload of a record and its timestamp; expiry and cast stay.</summary>
    /// <param name="key">The key.</param>
    /// <param name="utf8Json">One JSON value.</param>
    /// <exception cref="KeyNotFoundException">There is no such record. Nothing was stored.</exception>
    /// <exception cref="JsonException">The bytes are not one well-formed JSON value. Nothing was stored.</exception>
    public void Update(string key, ReadOnlySpan<byte> utf8Json) => Replace(key, Payloads.FromUtf8(key, utf8Json));

    /// <inheritdoc cref="Update(string, ReadOnlySpan{byte})"/>
    public void Update(string key, ReadOnlyMemory<byte> utf8Json) => Replace(key, Payloads.FromUtf8(key, utf8Json.Span));

    /// <inheritdoc cref="Update(string, ReadOnlySpan{byte})"/>
    public void Update(string key, Memory<byte> utf8Json) => Replace(key, Payloads.FromUtf8(key, utf8Json.Span));

    /// <inheritdoc cref="Update(string, ReadOnlySpan{byte})"/>
    public void Update(string key, byte[] utf8Json)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        Replace(key, Payloads.FromUtf8(key, utf8Json));
    }

    /// <summary>Replaces the payload of a record and its timestamp; expiry and cast stay.</summary>
    /// <param name="key">The key.</param>
    /// <param name="json">One JSON value as text.</param>
    /// <exception cref="KeyNotFoundException">There is no such record. Nothing was stored.</exception>
    /// <exception cref="JsonException">The text is not one well-formed JSON value. Nothing was stored.</exception>
    public void Update(string key, string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        Replace(key, Payloads.FromText(key, json));
    }

    /// <summary>Replaces the payload of a record and its timestamp; expiry and cast stay.</summary>
    /// <param name="key">The key.</param>
    /// <param name="data">The node; null stands for JSON null.</param>
    /// <exception cref="KeyNotFoundException">There is no such record. Nothing was stored.</exception>
    public void Update(string key, JsonNode? data) => Replace(key, Payloads.FromNode(key, data));

    /// <inheritdoc cref="Update(string, JsonNode?)"/>
    public void Update(string key, JsonObject? data) => Replace(key, Payloads.FromNode(key, data));

    /// <inheritdoc cref="Update(string, JsonNode?)"/>
    public void Update(string key, JsonArray? data) => Replace(key, Payloads.FromNode(key, data));

    /// <inheritdoc cref="Update(string, JsonNode?)"/>
    public void Update(string key, JsonValue? data) => Replace(key, Payloads.FromNode(key, data));

    /// <inheritdoc cref="Update(string, JsonNode?)"/>
    public void Update(string key, JsonElement data) => Replace(key, Payloads.FromElement(key, data));

    /// <summary>Replaces the payload of a record and its timestamp; expiry and cast stay.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <param name="typeInfo">Its metadata, usually from a <c>JsonSerializerContext</c>.</param>
    /// <exception cref="KeyNotFoundException">There is no such record. Nothing was stored.</exception>
    public void Update<T>(string key, T value, JsonTypeInfo<T> typeInfo)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        Replace(key, Payloads.FromValue(key, value, typeInfo));
    }

    private void Put(string key, ReadOnlyMemory<byte> payload, TimeSpan? expiry, string? castName) =>
        Open.Put(key, NewRecord(key, payload, expiry, castName));

    private StoredRecord NewRecord(string key, ReadOnlyMemory<byte> payload, TimeSpan? expiry, string? castName)
    {
        ArgumentNullException.ThrowIfNull(key);
        return new StoredRecord(payload, Now(), Expiries.Checked(expiry, _options.DefaultExpiry), castName);
    }

    private void Replace(string key, ReadOnlyMemory<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!Open.TryUpdate(key, payload, Now()))
            throw new KeyNotFoundException(CacheMessages.KeyNotFound(key));
    }

    private DateTimeOffset Now() => UnixTime.Truncate(_options.TimeProvider.GetUtcNow());
}
