using System.Runtime.InteropServices;

namespace PyperCache.Storage.Files;

/// <summary>Walks through a file from beginning to end, holding a part of it.</summary>
internal sealed class FileWindow
{
    private const int FirstSize = 256 * 1024;

    private readonly RecordFile? _file;
    private byte[] _buffer;
    private int _start;
    private int _end;
    private long _offsetOfStart;

    public FileWindow(RecordFile file)
    {
        _file = file;
        _buffer = new byte[FirstSize];
    }

    /// <summary>Walks through bytes that are in memory.</summary>
    public FileWindow(ReadOnlyMemory<byte> bytes)
    {
        ArraySegment<byte> segment = MemoryMarshal.TryGetArray(bytes, out ArraySegment<byte> found) ? found : bytes.ToArray();
        _buffer = segment.Array!;
        _start = segment.Offset;
        _end = segment.Offset + segment.Count;
    }

    /// <summary>Where in the file <see cref="Bytes"/> begins.</summary>
    public long Offset => _offsetOfStart;

    /// <summary>What is held from the present place on.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Moves the present place forward within what is held.</summary>
    public void Advance(int count)
    {
        _start += count;
        _offsetOfStart += count;
    }

    /// <summary>Holds more bytes than now.</summary>
    /// <returns>False at the end of the file.</returns>
    public bool ReadMore()
    {
        if (_file is null)
            return false;
        MakeRoom();
        int read = _file.Read(_offsetOfStart + (_end - _start), _buffer.AsSpan(_end));
        _end += read;
        return read > 0;
    }

    /// <summary>Holds at least so many bytes from the present place on.</summary>
    /// <returns>False when the file ends before.</returns>
    public bool Ensure(int count)
    {
        while (_end - _start < count)
        {
            if (!ReadMore())
                return false;
        }

        return true;
    }

    private void MakeRoom()
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, checked(2 * _buffer.Length));
    }
}
