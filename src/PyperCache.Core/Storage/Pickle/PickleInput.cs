using System.Buffers.Binary;
using PyperCache.Storage.Files;

namespace PyperCache.Storage.Pickle;

/// <summary>The bytes of a pickle, from a file or from memory. No length that they tell is believed before it is seen to be there.</summary>
internal sealed class PickleInput
{
    private readonly FileWindow _window;
    private readonly long _length;
    private readonly bool _isFile;

    public PickleInput(RecordFile file)
    {
        _window = new FileWindow(file);
        _length = file.Length;
        _isFile = true;
    }

    public PickleInput(ReadOnlyMemory<byte> bytes)
    {
        _window = new FileWindow(bytes);
        _length = bytes.Length;
    }

    public long Length => _length;

    public long Position => _window.Offset;

    public byte ReadByte() => Read(1)[0];

    public ushort ReadUInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Read(2));

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Read(4));

    public double ReadDouble() => BinaryPrimitives.ReadDoubleBigEndian(Read(8));

    /// <summary>Reads so many bytes; they are there until the next read.</summary>
    /// <exception cref="FormatException">There are not so many.</exception>
    public ReadOnlySpan<byte> Read(long count)
    {
        if (count < 0 || count > _length - Position || count > Array.MaxLength || !_window.Ensure((int)count))
            throw CutOff();
        ReadOnlySpan<byte> bytes = _window.Bytes[..(int)count];
        _window.Advance((int)count);
        return bytes;
    }

    /// <summary>Reads a length of one, two, four or eight bytes and so many bytes.</summary>
    public ReadOnlySpan<byte> ReadCounted(int lengthBytes)
    {
        ReadOnlySpan<byte> bytes = Read(lengthBytes);
        ulong count = lengthBytes switch
        {
            1 => bytes[0],
            4 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            _ => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        };
        return count > long.MaxValue ? throw CutOff() : Read((long)count);
    }

    /// <summary>Reads the length of a frame. A frame can go on behind a part of a file that is read by itself, but not behind the file.</summary>
    /// <exception cref="FormatException">It goes on behind the file.</exception>
    public void ReadFrame()
    {
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(Read(8));
        if (_isFile && length > (ulong)(_length - Position))
            throw CutOff();
    }

    /// <summary>Reads to the next line feed, which is left out.</summary>
    public ReadOnlySpan<byte> ReadLine()
    {
        int searched = 0;
        int found;
        while ((found = _window.Bytes[searched..].IndexOf((byte)'\n')) < 0)
        {
            searched = _window.Bytes.Length;
            if (!_window.ReadMore())
                throw CutOff();
        }

        return Read(searched + found + 1)[..^1];
    }

    private FormatException CutOff() => new(StorageMessages.DamagedAt(Position));
}
