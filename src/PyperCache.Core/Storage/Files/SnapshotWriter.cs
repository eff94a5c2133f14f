using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace PyperCache.Storage.Files;

/// <summary>Writes a file from its beginning to its end, and puts it in the place of another when it is complete.</summary>
internal sealed class SnapshotWriter : IBufferWriter<byte>, IDisposable
{
    private const int BufferSize = 256 * 1024;

    private readonly string _path;
    private readonly SafeFileHandle _handle;
    private byte[] _buffer = new byte[BufferSize];
    private int _filled;
    private long _written;
    private bool _complete;

    /// <summary>Begins a file that will take the place of the one at the path.</summary>
    public SnapshotWriter(string path)
    {
        _path = path;
        var stream = new FileStream(TemporaryPath(path), AtomicFile.OwnerOnlyOptions(FileMode.Create));
        _handle = stream.SafeFileHandle;
        Stream = stream;
    }

    /// <summary>How many bytes have been written.</summary>
    public long Position => _written + _filled;

    private FileStream Stream { get; }

    /// <summary>Where a file is written that is not complete.</summary>
    public static string TemporaryPath(string path) => path + ".tmp";

    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _buffer.Length - _filled)
            Drain();
        if (bytes.Length >= _buffer.Length)
        {
            AtomicFile.Write(_handle, bytes, _written);
            _written += bytes.Length;
            return;
        }

        bytes.CopyTo(_buffer.AsSpan(_filled));
        _filled += bytes.Length;
    }

    public void Advance(int count) => _filled += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        int size = Math.Max(sizeHint, 1);
        if (_buffer.Length - _filled < size)
            Drain();
        if (_buffer.Length < size)
            _buffer = new byte[size];
        return _buffer.AsMemory(_filled);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Puts the file in its place, in one step: whoever opens the path finds the old file or the new one, whole.</summary>
    public void Complete()
    {
        Drain();
        RandomAccess.FlushToDisk(_handle);
        Stream.Dispose();
        AtomicFile.Replace(TemporaryPath(_path), _path);
        _complete = true;
    }

    /// <summary>Closes the file, and deletes it if it was not completed.</summary>
    public void Dispose()
    {
        Stream.Dispose();
        if (!_complete)
            File.Delete(TemporaryPath(_path));
    }

    private void Drain()
    {
        AtomicFile.Write(_handle, _buffer.AsSpan(0, _filled), _written);
        _written += _filled;
        _filled = 0;
    }
}
