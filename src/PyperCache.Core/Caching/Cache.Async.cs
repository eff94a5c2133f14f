using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using PyperCache.Models;
using PyperCache.Storage;

namespace PyperCache;

/// <content>
/// Twins of the synchronous members, for stores that wait for a server (<see cref="IAsyncRecordStore"/>). On files they have ended when they return.
/// </content>
public sealed partial class Cache
{
    /// <inheritdoc cref="Get"/>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<CacheRecord> GetAsync(string key, CancellationToken cancellationToken = default) =>
        await TryGetAsync(key, cancellationToken).ConfigureAwait(false) ?? throw new KeyNotFoundException(CacheMessages.KeyNotFound(key));

    /// <summary>Reads a record, stale or not.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>Null when there is none, or the one that is there cannot be read.</returns>
    public async ValueTask<CacheRecord?> TryGetAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        StoredRecord? stored = await Open.GetAsync(key, cancellationToken).ConfigureAwait(false);
        return stored is null ? null : new CacheRecord(key, stored, _options.TimeProvider);
    }

    /// <inheritdoc cref="GetObject{T}(string)"/>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<T> GetObjectAsync<T>(string key, CancellationToken cancellationToken = default) =>
        _store.Waits ? (await GetAsync(key, cancellationToken).ConfigureAwait(false)).As<T>() : GetObject<T>(key);

    /// <inheritdoc cref="IsDataFresh"/>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async ValueTask<bool> IsDataFreshAsync(string key, CancellationToken cancellationToken = default) =>
        _store.Waits ? await TryGetAsync(key, cancellationToken).ConfigureAwait(false) is { IsDataStale: false } : IsDataFresh(key);

    /// <inheritdoc cref="Store(string, ReadOnlySpan{byte}, TimeSpan?, string?)"/>
    public ValueTask StoreAsync(
        string key, ReadOnlyMemory<byte> utf8Json, TimeSpan? expiry = null, string? castName = null, CancellationToken cancellationToken = default) =>
        PutAsync(key, Payloads.FromUtf8(key, utf8Json.Span), expiry, castName, cancellationToken);

    /// <inheritdoc cref="Store(string, ReadOnlySpan{byte}, TimeSpan?, string?)"/>
    public ValueTask StoreAsync(
        string key, Memory<byte> utf8Json, TimeSpan? expiry = null, string? castName = null, CancellationToken cancellationToken = default) =>
        StoreAsync(key, (ReadOnlyMemory<byte>)utf8Json, expiry, castName, cancellationToken);

    /// <inheritdoc cref="Store(string, ReadOnlySpan{byte}, TimeSpan?, string?)"/>
    public ValueTask StoreAsync(
        string key, byte[] utf8Json, TimeSpan? expiry = null, string? castName = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        return PutAsync(key, Payloads.FromUtf8(key, utf8Json), expiry, castName, cancellationToken);
    }

    /// <inheritdoc cref="Store(string, string, TimeSpan?, string?)"/>
    public ValueTask StoreAsync(
        string key, string json, TimeSpan? expiry = null, string? castName = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        return PutAsync(key, Payloads.FromText(key, json), expiry, castName, cancellationToken);
    }

    /// <inheritdoc cref="Store(string, JsonNode?, TimeSpan?, string?)"/>
    public ValueTask StoreAsync(
        string key, JsonNode? data, TimeSpan? expiry = null, string? castName = null, CancellationToken cancellationToken = default) =>
        PutAsync(key, Payloads.FromNode(key, data), expiry, castName, cancellationToken);

    // A type of its own for each kind of node: otherwise the overload that takes any model would be the better match.

    /// <inheritdoc cref="Store(string, JsonNode?, TimeSpan?, string?)"/>
    public ValueTask StoreAsync(
        string key, JsonObject? data, TimeSpan? expiry = null, string? castName = null, CancellationToken cancellationToken = default) =>
        StoreAsync(key, (JsonNode?)data, expiry, castName, cancellationToken);

    /// <inheritdoc cref="Store(string, JsonNode?, TimeSpan?, string?)"/>
    public ValueTask StoreAsync(
        string key, JsonArray? data, TimeSpan? expiry = null, string? castName = null, CancellationToken cancellationToken = default) =>
        StoreAsync(key, (JsonNode?)data, expiry, castName, cancellationToken);

    /// <inheritdoc cref="Store(string, JsonElement, TimeSpan?, string?)"/>
    public ValueTask StoreAsync(
        string key, JsonElement data, TimeSpan? expiry = null, string? castName = null, CancellationToken cancellationToken = default) =>
        PutAsync(key, Payloads.FromElement(key, data), expiry, castName, cancellationToken);

    /// <inheritdoc cref="Store{T}(string, T, TimeSpan?, string?)"/>
    public ValueTask StoreAsync<T>(
        string key, T value, TimeSpan? expiry = null, string? castName = null, CancellationToken cancellationToken = default) =>
        PutAsync(key, ApiModel.ToJson(value), expiry, castName ?? CastNameOf<T>(), cancellationToken);

    /// <inheritdoc cref="Store{T}(string, T, JsonTypeInfo{T}, TimeSpan?)"/>
    public ValueTask StoreAsync<T>(
        string key, T value, JsonTypeInfo<T> typeInfo, TimeSpan? expiry = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return PutAsync(key, Payloads.FromValue(key, value, typeInfo), expiry, castName: null, cancellationToken);
    }

    /// <inheritdoc cref="Update(string, ReadOnlySpan{byte})"/>
    public ValueTask UpdateAsync(string key, ReadOnlyMemory<byte> utf8Json, CancellationToken cancellationToken = default) =>
        ReplaceAsync(key, Payloads.FromUtf8(key, utf8Json.Span), cancellationToken);

    /// <inheritdoc cref="Update(string, ReadOnlySpan{byte})"/>
    public ValueTask UpdateAsync(string key, byte[] utf8Json, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        return ReplaceAsync(key, Payloads.FromUtf8(key, utf8Json), cancellationToken);
    }

    /// <inheritdoc cref="Update(string, string)"/>
    public ValueTask UpdateAsync(string key, string json, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        return ReplaceAsync(key, Payloads.FromText(key, json), cancellationToken);
    }

    /// <inheritdoc cref="Update(string, JsonNode?)"/>
    public ValueTask UpdateAsync(string key, JsonObject? data, CancellationToken cancellationToken = default) =>
        ReplaceAsync(key, Payloads.FromNode(key, data), cancellationToken);

    /// <inheritdoc cref="Update(string, JsonNode?)"/>
    public ValueTask UpdateAsync(string key, JsonArray? data, CancellationToken cancellationToken = default) =>
        ReplaceAsync(key, Payloads.FromNode(key, data), cancellationToken);

    /// <inheritdoc cref="Update(string, JsonElement)"/>
    public ValueTask UpdateAsync(string key, JsonElement data, CancellationToken cancellationToken = default) =>
        ReplaceAsync(key, Payloads.FromElement(key, data), cancellationToken);

    /// <inheritdoc cref="Update(string, JsonNode?)"/>
    public ValueTask UpdateAsync(string key, JsonNode? data, CancellationToken cancellationToken = default) =>
        ReplaceAsync(key, Payloads.FromNode(key, data), cancellationToken);

    /// <inheritdoc cref="Update{T}(string, T)"/>
    public ValueTask UpdateAsync<T>(string key, T value, CancellationToken cancellationToken = default) =>
        ReplaceAsync(key, ApiModel.ToJson(value), cancellationToken);

    /// <inheritdoc cref="Remove"/>
    public ValueTask<bool> RemoveAsync(string key, CancellationToken cancellationToken = default) => Open.RemoveAsync(key, cancellationToken);

    private ValueTask PutAsync(string key, ReadOnlyMemory<byte> payload, TimeSpan? expiry, string? castName, CancellationToken cancellationToken) =>
        Open.PutAsync(key, NewRecord(key, payload, expiry, castName), cancellationToken);

    private async ValueTask ReplaceAsync(string key, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (!await Open.TryUpdateAsync(key, payload, Now(), cancellationToken).ConfigureAwait(false))
            throw new KeyNotFoundException(CacheMessages.KeyNotFound(key));
    }
}
