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
            key,
            fetch,
            (wanted, token) => LookAsync(wanted, record => JsonSerializer.Deserialize(record.Payload.Span, typeInfo)!, token),
            (value, token) => StoreAsync(key, value, typeInfo, expiry, token),
            expiry,
            cancellationToken);
    }

    private async Task<T> GetOrStoreAsync<T>(
        string key,
        Func<CancellationToken, Task<T>> fetch,
        Func<string, CancellationToken, ValueTask<(bool IsThere, T Value)>> look,
        Func<T, CancellationToken, ValueTask> store,
        TimeSpan? expiry,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(fetch);
        _ = Expiries.Checked(expiry, _options.DefaultExpiry);
        (bool isThere, T value) = await LookForFittingAsync(key, look, cancellationToken).ConfigureAwait(false);
        if (isThere)
            return value;

        async Task<T> FetchAndStore(CancellationToken token)
        {
            // The fetch of another caller may have ended between our look and our turn.
            (bool isThereNow, T meanwhile) = await LookForFittingAsync(key, look, token).ConfigureAwait(false);
            if (isThereNow)
                return meanwhile;
            T fetched = await fetch(token).ConfigureAwait(false);
            await store(fetched, token).ConfigureAwait(false);
            return fetched;
        }

        return await _flights.RunAsync(key, FetchAndStore, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Looks for a fresh value in the record as it is read.</summary>
    private async ValueTask<(bool IsThere, T Value)> LookAsync<T>(string key, Func<StoredRecord, T> read, CancellationToken cancellationToken)
    {
        StoredRecord? record = await Open.GetAsync(key, cancellationToken).ConfigureAwait(false);
        return record is not null && !record.Times.IsStaleAt(_options.TimeProvider.GetUtcNow()) ? (true, read(record)) : default;
    }

    private async ValueTask<(bool IsThere, T Value)> LookForFittingAsync<T>(
        string key, Func<string, CancellationToken, ValueTask<(bool IsThere, T Value)>> look, CancellationToken cancellationToken)
    {
        try
        {
            return await look(key, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is JsonException or ApiModelValidationException)
        {
            // What was stored does not fit the type any more; fetching it anew mends that.
            _options.Logger.RecordDoesNotFit(key, typeof(T), e);
            return default;
        }
    }
}
