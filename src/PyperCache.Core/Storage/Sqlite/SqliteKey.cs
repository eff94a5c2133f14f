using System.Runtime.InteropServices;
using System.Text;

namespace PyperCache.Storage.Sqlite;

/// <summary>A key as SQLite wants it: UTF-8 that does not move, and the row at which the store puts it.</summary>
/// <remarks>
/// Rows of this store are at a hash of their key, so that one search in the table finds them, without one in the index of the keys before.
/// It is a habit, not a rule of the file: rows that others wrote are anywhere, and are found by the index.
/// </remarks>
internal sealed unsafe class SqliteKey
{
    private const int FirstSize = 512;

    private byte[] _bytes = GC.AllocateUninitializedArray<byte>(FirstSize, pinned: true);

    /// <summary>The text; good until the next <see cref="Set"/>, as long as this object is there.</summary>
    public byte* Text => (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, 0);

    /// <summary>The bytes of the text.</summary>
    public int Length { get; private set; }

    /// <summary>Where the row of the key is if this store put it there: always positive, and the same in every process and version.</summary>
    public long Row { get; private set; }

    /// <summary>Takes another key.</summary>
    public void Set(string key)
    {
        int most = Encoding.UTF8.GetMaxByteCount(key.Length);
        if (most > _bytes.Length)
            _bytes = GC.AllocateUninitializedArray<byte>(most, pinned: true);
        Length = Encoding.UTF8.GetBytes(key, _bytes);
        Row = (long)(KeyHash.Of(_bytes.AsSpan(0, Length)) >> 2);
    }
}
