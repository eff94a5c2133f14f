using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PyperCache.Models;
using PyperCache.Storage;

namespace PyperCache;

public sealed partial class Cache
{
    private readonly SingleFlight _flights = new();

    /// <summary>Reads a fresh record, or fetches its value and stores it. Of several callers with one key one fetches and the others wait for it.</summary>
    /// <typeparam name="T">A System.Text.Json type.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="fetch">
    /// Fetches the value. What it throws reaches all who wait, and nothing is stored. Its token is cancelled when all who wait have been cancelled.
    /// </param>
    /// <param name="typeInfo">Its metadata, usually from a <c>JsonSerializerContext</c>.</param>
    /// <param name="expiry">How long the value is fresh; null for <see cref="CacheOptions.DefaultExpiry"/>.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller alone.</param>
    /// <returns>The value; callers that waited for one fetch get the same object.</returns>
    public Task<T> GetOrStoreAsync<T>(
        string key, Func<CancellationToken, Task<T>> fetch, JsonTypeInfo<T> typeInfo, TimeSpan? expiry = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(typeInfo);
        return GetOrStoreAsync(
            key, fetch, record => JsonSerializer.Deserialize(record.Payload.Span, typeInfo)!, value => Store(key, value, typeInfo, expiry), expiry, cancellationToken);
    }

    private async Task<T> GetOrStoreAsync<T>(
        string key, Func<CancellationToken, Task<T>> fetch, Func<StoredRecord, T> read, Action<T> store, TimeSpan? expiry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(fetch);
        _ = Expiries.Checked(expiry, _options.DefaultExpiry);
        if (TryGetFresh(key, read, out T? value))
            return value;

        async Task<T> FetchAndStore(CancellationToken token)
        {
            // The fetch of another caller may have ended between our look and our turn.
            if (TryGetFresh(key, read, out T? meanwhile))
                return meanwhile;
            T fetched = await fetch(token).ConfigureAwait(false);
            store(fetched);
            return fetched;
        }

        return await _flights.RunAsync(key, FetchAndStore, cancellationToken).ConfigureAwait(false);
    }

    private bool TryGetFresh<T>(string key, Func<StoredRecord, T> read, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (!Open.TryGet(key, out StoredRecord? record) || record.Times.IsStaleAt(_options.TimeProvider.GetUtcNow()))
            return false;
        try
        {
            value = read(record);
            return true;
        }
        catch (Exception e) when (e is JsonException or ApiModelValidationException)
        {
            // What was stored does not fit the type any more; fetching it anew mends that.
            _options.Logger.RecordDoesNotFit(key, typeof(T), e);
            return false;
        }
    }
}
