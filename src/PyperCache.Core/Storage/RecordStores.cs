using System.Collections.Concurrent;
using PyperCache.Storage.Chunked;
using PyperCache.Storage.Files;
using PyperCache.Storage.JsonFile;
using PyperCache.Storage.Pickle;
using PyperCache.Storage.Sqlite;

namespace PyperCache.Storage;

/// <summary>Knows which store belongs to which file extension.</summary>
public static class RecordStores
{
    private static readonly ConcurrentDictionary<string, Func<string, RecordStoreOptions, IRecordStore>> s_factories =
        new(StringComparer.OrdinalIgnoreCase)
        {
            [".db"] = static (path, options) => new SqliteStore(path, options),
            [".json"] = static (path, options) => Files(path, options, static (path, _) => new JsonFileSnapshot(path)),
            [".pkl"] = static (path, options) => Files(path, options, static (path, _) => new PickleSnapshot(path)),
            [".manifest"] = static (path, options) => Files(path, options, static (path, options) => new ChunkedSnapshot(path, options)),
        };

    /// <summary>Opens the store that a path asks for by its extension, creating its file when there is none.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="NotSupportedException">No store is registered for the extension. The message names those that are.</exception>
    /// <exception cref="StorageException">The file cannot be opened.</exception>
    public static IRecordStore Open(string path, RecordStoreOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string extension = Path.GetExtension(path);
        if (!s_factories.TryGetValue(extension, out Func<string, RecordStoreOptions, IRecordStore>? open))
            throw new NotSupportedException(StorageMessages.UnknownExtension(path, extension, s_factories.Keys));
        return open(path, options ?? new RecordStoreOptions());
    }

    /// <summary>Adds a store of your own, or replaces one.</summary>
    /// <param name="extension">The file extension, with its dot: <c>".lmdb"</c>. Case does not matter.</param>
    /// <param name="open">Opens the store for a path.</param>
    /// <exception cref="ArgumentException">The extension does not begin with a dot or has nothing behind it.</exception>
    public static void Register(string extension, Func<string, RecordStoreOptions, IRecordStore> open)
    {
        ArgumentNullException.ThrowIfNull(extension);
        ArgumentNullException.ThrowIfNull(open);
        if (extension.Length < 2 || Path.GetExtension("x" + extension) != extension)
            throw new ArgumentException(StorageMessages.BadExtension(extension), nameof(extension));
        s_factories[extension] = open;
    }

    private static FileRecordStore Files(string path, RecordStoreOptions options, Func<string, RecordStoreOptions, Snapshot> snapshot)
    {
        string fullPath = Path.GetFullPath(path);
        return new FileRecordStore(fullPath, options, () => snapshot(fullPath, options));
    }
}
