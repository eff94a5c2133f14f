using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PyperCache.Storage.Files;

/// <summary>The log beside a snapshot: every change is appended to it before the call returns. It is also the lock of the store.</summary>
/// <remarks>
/// The file begins with <see cref="Magic"/>. An entry is the length of its body (4 bytes), the CRC-32C of its body (4 bytes) and the body: one or
/// more changes, each with its length (4 bytes) before it. So several changes are one entry and come back all or none.
/// </remarks>
internal sealed class Journal : IDisposable
{
    private const int EntryHeader = 8;
    private const int MaxKeptBuffer = 1 << 20;

    private readonly FileStream _stream;
    private readonly bool _toDisk;
    private ArrayBufferWriter<byte> _entry = new(4096);
    private long _end = Magic.Length;

    private Journal(string path, FileStream stream, bool toDisk)
    {
        FilePath = path;
        _stream = stream;
        _toDisk = toDisk;
        File = new RecordFile(stream.SafeFileHandle);
    }

    public string FilePath { get; }

    public RecordFile File { get; }

    /// <summary>The bytes of all entries.</summary>
    public long Length => _end - Magic.Length;

    private static ReadOnlySpan<byte> Magic => "PYPCJNL1"u8;

    /// <summary>Opens the journal, creating it when there is none, and keeps others out.</summary>
    /// <exception cref="StorageException">Another process holds it, or it cannot be opened.</exception>
    public static Journal Open(string storePath, bool toDisk)
    {
        string path = storePath + ".journal";
        try
        {
            FileStream stream = FileLock.TryTake(path) ?? throw new StorageException(StorageMessages.HeldElsewhere(storePath, path)) { Path = storePath };
            var journal = new Journal(path, stream, toDisk);
            if (toDisk)
                FolderSync.ToDisk(Path.GetDirectoryName(path)!);
            return journal;
        }
        catch (Exception e) when (e is IOException and not StorageException or UnauthorizedAccessException)
        {
            throw new StorageException(StorageMessages.CannotOpen(storePath, e.Message), e) { Path = storePath };
        }
    }

    /// <summary>Tells every change in the journal, and makes it end after the last entry that is whole.</summary>
    /// <param name="apply">Called with each change and its place.</param>
    /// <returns>How many bytes behind that are no entries: zero, or what a write that was cut off left, or damage.</returns>
    public long Replay(Action<ReadOnlyMemory<byte>, Place> apply)
    {
        long length = _stream.Length;
        Span<byte> magic = stackalloc byte[Magic.Length];
        if (length < Magic.Length || File.Read(0, magic) < Magic.Length || !magic.SequenceEqual(Magic))
        {
            WriteMagic();
            return length <= Magic.Length ? 0 : length;
        }

        byte[] buffer = [];
        while (TryReadEntry(length, ref buffer, out int bodyLength))
        {
            ApplyChanges(buffer.AsMemory(0, bodyLength), _end + EntryHeader, apply);
            _end += EntryHeader + bodyLength;
        }

        return length - _end;
    }

    /// <summary>Cuts off what is behind the last whole entry.</summary>
    public void CutTail() => _stream.SetLength(_end);

    /// <summary>Copies what is behind the last whole entry.</summary>
    public void CopyTailTo(Stream target)
    {
        byte[] tail = new byte[_stream.Length - _end];
        target.Write(tail.AsSpan(0, File.Read(_end, tail)));
    }

    /// <summary>Appends changes as one entry.</summary>
    /// <param name="changes">Keys with their new records; null stands for a removal.</param>
    /// <param name="places">Takes where each change lies.</param>
    public void Append(ReadOnlySpan<KeyValuePair<string, StoredRecord?>> changes, Span<Place> places)
    {
        BeginEntry();
        for (int i = 0; i < changes.Length; i++)
        {
            int start = BeginChange();
            JournalFormat.Write(_entry, changes[i].Key, changes[i].Value);
            places[i] = EndChange(start);
        }

        EndEntry();
    }

    /// <summary>Appends that everything was taken out.</summary>
    public void AppendClear()
    {
        BeginEntry();
        int start = BeginChange();
        JournalFormat.WriteClear(_entry);
        EndChange(start);
        EndEntry();
    }

    /// <summary>Begins anew, once the snapshot holds everything.</summary>
    public void Reset()
    {
        _stream.SetLength(Magic.Length);
        _end = Magic.Length;
    }

    /// <summary>Deletes the file. Only while it is still held, or another could lose the file it has just taken.</summary>
    public void Delete() => System.IO.File.Delete(FilePath);

    public void Dispose() => _stream.Dispose();

    private static void ApplyChanges(ReadOnlyMemory<byte> body, long offset, Action<ReadOnlyMemory<byte>, Place> apply)
    {
        for (int at = 0; at < body.Length;)
        {
            int length = BinaryPrimitives.ReadInt32LittleEndian(body.Span[at..]);
            at += sizeof(int);
            apply(body.Slice(at, length), new Place(Place.Journal, offset + at, length));
            at += length;
        }
    }

    private bool TryReadEntry(long fileLength, ref byte[] buffer, out int bodyLength)
    {
        bodyLength = 0;
        Span<byte> header = stackalloc byte[EntryHeader];
        if (fileLength - _end < EntryHeader || File.Read(_end, header) < EntryHeader)
            return false;
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(header);
        if (length == 0 || length > Math.Min(fileLength - _end - EntryHeader, Array.MaxLength))
            return false;
        bodyLength = (int)length;
        if (buffer.Length < bodyLength)
            buffer = new byte[Math.Max(bodyLength, Math.Min(2 * buffer.Length, Array.MaxLength))];
        Span<byte> body = buffer.AsSpan(0, bodyLength);
        return File.Read(_end + EntryHeader, body) == bodyLength
            && Checksum.Of(body) == BinaryPrimitives.ReadUInt32LittleEndian(header[sizeof(uint)..]);
    }

    private void WriteMagic()
    {
        AtomicFile.Write(_stream.SafeFileHandle, Magic, 0);
        _end = Magic.Length;
    }

    private void BeginEntry()
    {
        _entry.ResetWrittenCount();
        _entry.GetSpan(EntryHeader);
        _entry.Advance(EntryHeader);
    }

    private int BeginChange()
    {
        int start = _entry.WrittenCount;
        _entry.GetSpan(sizeof(int));
        _entry.Advance(sizeof(int));
        return start;
    }

    private Place EndChange(int start)
    {
        int length = _entry.WrittenCount - start - sizeof(int);
        BinaryPrimitives.WriteInt32LittleEndian(Written()[start..], length);
        return new Place(Place.Journal, _end + start + sizeof(int), length);
    }

    private void EndEntry()
    {
        Span<byte> entry = Written();
        ReadOnlySpan<byte> body = entry[EntryHeader..];
        BinaryPrimitives.WriteInt32LittleEndian(entry, body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[sizeof(uint)..], Checksum.Of(body));
        try
        {
            AtomicFile.Write(_stream.SafeFileHandle, entry, _end);
            if (_toDisk)
                RandomAccess.FlushToDisk(_stream.SafeFileHandle);
            _end += entry.Length;
        }
        catch
        {
            // What was written of it is no whole entry, and the next one overwrites it.
            CutTail();
            throw;
        }
        finally
        {
            if (_entry.Capacity > MaxKeptBuffer)
                _entry = new ArrayBufferWriter<byte>(4096);
        }
    }

    private Span<byte> Written() => MemoryMarshal.AsMemory(_entry.WrittenMemory).Span;
}
