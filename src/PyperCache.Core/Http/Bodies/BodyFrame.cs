namespace PyperCache.Http;

/// <summary>What stands around a body where it is kept. Room for it is left when the body is read, so that the body needs no copy.</summary>
/// <param name="Before">The bytes before the body.</param>
/// <param name="After">The bytes after it.</param>
internal readonly record struct BodyFrame(ReadOnlyMemory<byte> Before, ReadOnlyMemory<byte> After)
{
    /// <summary>The body of a frame.</summary>
    public ReadOnlyMemory<byte> BodyOf(ReadOnlyMemory<byte> framed) => framed[Before.Length..^After.Length];

    /// <summary>A frame with room for a body.</summary>
    /// <param name="length">How long the body is.</param>
    /// <param name="body">The room.</param>
    public byte[] WithRoom(int length, out Memory<byte> body)
    {
        byte[] framed = GC.AllocateUninitializedArray<byte>(Before.Length + length + After.Length);
        Before.Span.CopyTo(framed);
        After.Span.CopyTo(framed.AsSpan(Before.Length + length));
        body = framed.AsMemory(Before.Length, length);
        return framed;
    }

    /// <summary>A frame around a copy of a body.</summary>
    public byte[] Around(ReadOnlySpan<byte> body)
    {
        byte[] framed = WithRoom(body.Length, out Memory<byte> room);
        body.CopyTo(room.Span);
        return framed;
    }
}
