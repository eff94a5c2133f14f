using System.Buffers;

namespace PyperCache.Storage.Files;

/// <summary>Bytes read from a file into a buffer of the pool; disposing gives the buffer back.</summary>
internal readonly struct RentedBytes : IDisposable
{
    private readonly byte[] _buffer;
    private readonly int _length;

    private RentedBytes(byte[] buffer, int length)
    {
        _buffer = buffer;
        _length = length;
    }

    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(0, _length);

    public static RentedBytes Read(RecordFile file, Place place) => Read(file, place, place.Length);

    /// <summary>Reads no more than so many bytes of the beginning.</summary>
    public static RentedBytes Read(RecordFile file, Place place, int most)
    {
        int length = Math.Min(place.Length, most);
        var bytes = new RentedBytes(ArrayPool<byte>.Shared.Rent(length), length);
        file.ReadExactly(place.Offset, bytes._buffer.AsSpan(0, length));
        return bytes;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);
}
