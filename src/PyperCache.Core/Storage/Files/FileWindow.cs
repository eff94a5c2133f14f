namespace PyperCache.Storage.Files;

/// <summary>Walks through a file from beginning to end, holding a part of it.</summary>
internal sealed class FileWindow(RecordFile file)
{
    private const int FirstSize = 256 * 1024;

    private byte[] _buffer = new byte[FirstSize];
    private int _start;
    private int _end;
    private long _offsetOfStart;

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
        MakeRoom();
        int read = file.Read(_offsetOfStart + (_end - _start), _buffer.AsSpan(_end));
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
