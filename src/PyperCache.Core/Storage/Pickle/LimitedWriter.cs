using System.Buffers;

namespace PyperCache.Storage.Pickle;

/// <summary>Takes no more than so many bytes.</summary>
internal sealed class LimitedWriter(IBufferWriter<byte> target, long most) : IBufferWriter<byte>
{
    private long _left = most;

    public void Advance(int count)
    {
        _left -= count;
        if (_left < 0)
            throw new FormatException(StorageMessages.TooLarge);
        target.Advance(count);
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => target.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => target.GetSpan(sizeHint);
}
