using System.Diagnostics.CodeAnalysis;
using PyperCache.Storage;

namespace PyperCache;

/// <summary>A durable cache of JSON payloads in a file. Every member is thread-safe.</summary>
/// <remarks>
/// The extension of the path chooses the kind of file. When <c>Store</c> returns, the record survives the death of the process
/// (see <see cref="CacheOptions.Durability"/>). A stale record stays readable until it is replaced or purged.
/// </remarks>
public sealed partial class Cache : IDisposable
{
    private const string DefaultPath = "api-cache.pkl";

    private readonly WriteBuffer _store;
    private readonly CacheOptions _options;
    private readonly HotObjects? _hot;
    private bool _closed;

    /// <summary>Opens a cache file, creating it when there is none. Payloads are not read.</summary>
    /// <param name="path">The file; null for <c>api-cache.pkl</c> in the working directory.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="NotSupportedException">No store is known for the extension; the message names the known ones.</exception>
    /// <exception cref="StorageException">The file cannot be opened.</exception>
    public Cache(string? path = null, CacheOptions? options = null)
        : this(RecordStores.Open(path ?? DefaultPath, (options ?? new CacheOptions()).ForStore()), options)
    {
    }

    /// <summary>Puts a cache on a store of your own.</summary>
    /// <param name="store">The store. The cache owns it: closing the cache disposes it.</param>
    /// <param name="options">How; null for the defaults.</param>
    public Cache(IRecordStore store, CacheOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        _options = options ?? new CacheOptions();
        _store = new WriteBuffer(_options.Limit(store), _options.ForStore(), JsonText.IsOneValue);
        _hot = _options.HotBytes > 0 ? new HotObjects(_options.HotBytes) : null;
    }

    /// <summary>The keys of all records, stale ones included. Keys are fetched while they are enumerated, and removing meanwhile is allowed.</summary>
    public IReadOnlyCollection<string> Keys => Open.Keys;

    /// <summary>How many records there are, stale ones included.</summary>
    public long Count => Open.Count;

    private WriteBuffer Open
    {
        get
        {
            ObjectDisposedException.ThrowIf(Volatile.Read(ref _closed), this);
            return _store;
        }
    }

    /// <summary>Reads a record, stale or not.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="KeyNotFoundException">There is none, or the one that is there cannot be read; the message names the key.</exception>
    public CacheRecord Get(string key) =>
        TryGet(key, out CacheRecord? record) ? record : throw new KeyNotFoundException(CacheMessages.KeyNotFound(key));

    /// <summary>Reads a record, stale or not.</summary>
    /// <param name="key">The key.</param>
    /// <param name="record">The record, or null.</param>
    /// <returns>False when there is none, or the one that is there cannot be read.</returns>
    public bool TryGet(string key, [NotNullWhen(true)] out CacheRecord? record)
    {
        record = Open.TryGet(key, out StoredRecord? stored) ? new CacheRecord(key, stored, _options.TimeProvider) : null;
        return record is not null;
    }

    /// <summary>Whether there is a record, stale or not.</summary>
    /// <param name="key">The key.</param>
    public bool Has(string key) => Open.Contains(key);

    /// <summary>Whether there is a record and it is not older than its expiry.</summary>
    /// <param name="key">The key.</param>
    /// <returns>False also when there is no such record or it cannot be read.</returns>
    public bool IsDataFresh(string key)
    {
        var glance = new TimesVisitor();
        return Open.TryRead(key, glance) && !glance.Times.IsStaleAt(_options.TimeProvider.GetUtcNow());
    }

    /// <summary>Takes a record out.</summary>
    /// <param name="key">The key.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string key) => Open.Remove(key);

    /// <summary>Takes all stale records out.</summary>
    /// <returns>How many there were.</returns>
    public long PurgeStale() => Open.RemoveStale(_options.TimeProvider.GetUtcNow());

    /// <summary>Takes all records out. In manual flush mode, those that wait to be written too, and at once.</summary>
    public void CompletelyEraseCache() => Open.Clear();

    /// <summary>Gives space that records no longer need back to the file system. It may take time in proportion to the size of the cache.</summary>
    public void Compact() => Open.Compact();

    /// <summary>Holds writes back from now on, until <see cref="Flush"/>, <see cref="DisableManualFlushMode"/> or <see cref="Close"/>.</summary>
    /// <remarks>This cache sees them; other processes do not, and the death of this process loses them.</remarks>
    public void EnableManualFlushMode() => Open.Hold();

    /// <summary>Writes out what is held back and goes on without holding back.</summary>
    public void DisableManualFlushMode() => Open.LetGo();

    /// <summary>Writes out whatever is held back.</summary>
    public void Flush() => Open.Flush();

    /// <summary>Writes out whatever is held back and closes the file. Closing again does nothing; any other use is an <see cref="ObjectDisposedException"/>.</summary>
    public void Close()
    {
        if (!Interlocked.Exchange(ref _closed, true))
            _store.Dispose();
    }

    /// <summary>The same as <see cref="Close"/>.</summary>
    public void Dispose() => Close();

    private sealed class TimesVisitor : PayloadVisitor
    {
        public RecordTimes Times { get; private set; }

        public override void Visit(ReadOnlySpan<byte> payload, RecordTimes times) => Times = times;
    }
}
