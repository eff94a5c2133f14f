using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PyperCache.Json;
using PyperCache.Models;
using PyperCache.Storage;

namespace PyperCache;

public sealed partial class Cache
{
    /// <summary>Stores a model, or a collection of models, and remembers its type for <see cref="GetObject(string)"/>.</summary>
    /// <typeparam name="T">A model, a scalar, or a collection of them.</typeparam>
    /// <param name="key">The key; a record that is there is replaced.</param>
    /// <param name="value">The value.</param>
    /// <param name="expiry">How long it is fresh; null for <see cref="CacheOptions.DefaultExpiry"/>.</param>
    /// <param name="castName">The name of the model that it hydrates into; null for the name of <typeparamref name="T"/>.</param>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not registered. Nothing was stored.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The expiry is negative and not <see cref="Timeout.InfiniteTimeSpan"/>.</exception>
    /// <exception cref="StorageException">The file could not be written. Nothing was stored.</exception>
    public void Store<T>(string key, T value, TimeSpan? expiry = null, string? castName = null) =>
        Put(key, ApiModel.ToJson(value), expiry, castName ?? CastNameOf<T>());

    /// <summary>Replaces the payload of a record and its timestamp; expiry and cast stay.</summary>
    /// <typeparam name="T">A model, a scalar, or a collection of them.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="KeyNotFoundException">There is no such record. Nothing was stored.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not registered. Nothing was stored.</exception>
    public void Update<T>(string key, T value) => Replace(key, ApiModel.ToJson(value));

    /// <summary>Reads a record, stale or not, as a model or a collection of models, whatever it was stored as.</summary>
    /// <typeparam name="T">A model, a scalar, or a collection of them.</typeparam>
    /// <param name="key">The key.</param>
    /// <exception cref="KeyNotFoundException">There is no such record; the message names the key.</exception>
    /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not registered.</exception>
    public T GetObject<T>(string key)
    {
        if (TryFind<T>(key, staleAt: null, out T? value))
            return value;
        throw new KeyNotFoundException(CacheMessages.KeyNotFound(key));
    }

    /// <summary>Reads a record, stale or not, as a model or a collection of models, whatever it was stored as.</summary>
    /// <typeparam name="T">A model, a scalar, or a collection of them.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="defaultValue">What to answer when there is no such record.</param>
    /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not registered.</exception>
    public T GetObject<T>(string key, T defaultValue)
    {
        if (TryFind<T>(key, staleAt: null, out T? value))
            return value;
        return defaultValue;
    }

    /// <summary>Reads a record, stale or not, as a model or a collection of models, whatever it was stored as.</summary>
    /// <typeparam name="T">A model, a scalar, or a collection of them.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="value">The value, when the result is true.</param>
    /// <returns>False when there is no such record.</returns>
    /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not registered.</exception>
    public bool TryGetObject<T>(string key, [MaybeNullWhen(false)] out T value) => TryFind(key, staleAt: null, out value);

    /// <summary>Reads a record, stale or not, as the type it was stored as.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="KeyNotFoundException">There is no such record; the message names the key.</exception>
    /// <exception cref="InvalidOperationException">The record was stored without a cast, or its payload is <c>null</c>.</exception>
    /// <exception cref="NotSupportedException">No model has the name that was stored; the message says what to register.</exception>
    /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
    public object GetObject(string key) => Hydrate(Get(key));

    /// <summary>Reads a record, stale or not, as the type it was stored as.</summary>
    /// <param name="key">The key.</param>
    /// <param name="defaultValue">What to answer when there is no such record.</param>
    /// <exception cref="InvalidOperationException">The record was stored without a cast, or its payload is <c>null</c>.</exception>
    /// <exception cref="NotSupportedException">No model has the name that was stored; the message says what to register.</exception>
    /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
    [return: NotNullIfNotNull(nameof(defaultValue))]
    public object? GetObject(string key, object? defaultValue) => TryGet(key, out CacheRecord? record) ? Hydrate(record) : defaultValue;

    /// <summary>Reads a fresh record, or fetches its value and stores it. Of several callers with one key one fetches and the others wait for it.</summary>
    /// <typeparam name="T">A model, a scalar, or a collection of them.</typeparam>
    /// <param name="key">The key.</param>
    /// <param name="fetch">
    /// Fetches the value. What it throws reaches all who wait, and nothing is stored. Its token is cancelled when all who wait have been cancelled.
    /// </param>
    /// <param name="expiry">How long the value is fresh; null for <see cref="CacheOptions.DefaultExpiry"/>.</param>
    /// <param name="cancellationToken">Ends the waiting of this caller alone.</param>
    /// <returns>The value; callers that waited for one fetch get the same object.</returns>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not registered.</exception>
    public Task<T> GetOrStoreAsync<T>(
        string key, Func<CancellationToken, Task<T>> fetch, TimeSpan? expiry = null, CancellationToken cancellationToken = default) =>
        GetOrStoreAsync(
            key, fetch, LookForModelAsync<T>, (value, token) => StoreAsync(key, value, expiry, cancellationToken: token), expiry, cancellationToken);

    /// <summary>Reads an object: the one that was read before, or from the record.</summary>
    private bool TryFind<T>(string key, DateTimeOffset? staleAt, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(key);
        WriteBuffer store = Open;
        StoreVersion version = default;
        HotObjects? hot = _hot is not null && store.TryUse(key, out version) ? _hot : null;
        if (hot is not null && hot.TryGet(key, version, out HotObject<T>? known))
        {
            value = known.Value;
            return staleAt is not { } now || !known.Times.IsStaleAt(now);
        }

        var payload = new TakenPayload<T>(staleAt);
        store.TryRead(key, payload);
        if (!payload.TryHydrate(out value))
            return false;
        hot?.Add(key, new HotObject<T>(value, version, payload.Times, payload.Length));
        return true;
    }

    /// <summary>Looks for a fresh object.</summary>
    private ValueTask<(bool IsThere, T Value)> LookForModelAsync<T>(string key, CancellationToken cancellationToken)
    {
        if (_store.Waits)
            return LookAsync(key, static record => ApiModel.FromJson<T>(record.Payload), cancellationToken);
        if (TryFind<T>(key, _options.TimeProvider.GetUtcNow(), out T? value))
            return ValueTask.FromResult((true, value));
        return default;
    }

    private static object Hydrate(CacheRecord record)
    {
        if (record.CastName is not { } castName)
            throw new InvalidOperationException(CacheMessages.NoCast(record.Key));
        if (ModelRegistry.FindType(castName) is null)
            throw new NotSupportedException(CacheMessages.UnknownCast(record.Key, castName));
        return ModelRegistry.FromJson(castName, record.Payload) ?? throw new InvalidOperationException(CacheMessages.NullPayload(record.Key));
    }

    /// <summary>Scalars say themselves what they are: a name would only puzzle other readers of the file.</summary>
    private static string? CastNameOf<T>() => ScalarReaders.Find<T>() is null ? ModelRegistry.NameOf<T>() : null;
}
