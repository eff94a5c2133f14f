using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace PyperCache.Storage.Files;

/// <summary>
/// Records as the journal keeps them: operation (1 byte), key (4 bytes of length, UTF-8), and for a put timestamp and expiry (8 bytes each,
/// floating-point seconds), cast name (4 bytes of length or -1, UTF-8) and the payload, which takes the rest. Little-endian.
/// </summary>
internal sealed class JournalFormat : IRecordFormat
{
    public const byte Put = 1;
    public const byte Remove = 2;
    public const byte Clear = 3;

    private const int NoText = -1;

    public static JournalFormat Instance { get; } = new();

    public static void Write(IBufferWriter<byte> body, string key, StoredRecord? record)
    {
        WriteByte(body, record is null ? Remove : Put);
        WriteText(body, key);
        if (record is null)
            return;
        WriteDouble(body, UnixTime.ToSeconds(record.Timestamp));
        WriteDouble(body, UnixTime.ToExpirySeconds(record.Expiry));
        WriteText(body, record.CastName);
        body.Write(record.Payload.Span);
    }

    public static void WriteClear(IBufferWriter<byte> body) => WriteByte(body, Clear);

    public bool TryReadKey(ReadOnlySpan<byte> start, [NotNullWhen(true)] out string? key)
    {
        key = null;
        if (start.Length < 5)
            return false;
        int length = BinaryPrimitives.ReadInt32LittleEndian(start[1..]);
        if (start.Length - 5 < length)
            return false;
        key = Encoding.UTF8.GetString(start.Slice(5, length));
        return true;
    }

    public DecodedRecord Read(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        int at = 5 + BinaryPrimitives.ReadInt32LittleEndian(span[1..]);
        double timestamp = BinaryPrimitives.ReadDoubleLittleEndian(span[at..]);
        double expiry = BinaryPrimitives.ReadDoubleLittleEndian(span[(at + 8)..]);
        int castLength = BinaryPrimitives.ReadInt32LittleEndian(span[(at + 16)..]);
        at += 20;
        string? cast = castLength == NoText ? null : Encoding.UTF8.GetString(span.Slice(at, castLength));
        var times = new RecordTimes(UnixTime.FromSeconds(timestamp), UnixTime.FromExpirySeconds(expiry));
        return new DecodedRecord(bytes[(at + Math.Max(castLength, 0))..], times, cast);
    }

    private static void WriteByte(IBufferWriter<byte> body, byte value)
    {
        body.GetSpan(1)[0] = value;
        body.Advance(1);
    }

    private static void WriteDouble(IBufferWriter<byte> body, double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(body.GetSpan(8), value);
        body.Advance(8);
    }

    private static void WriteText(IBufferWriter<byte> body, string? text)
    {
        Span<byte> space = body.GetSpan(4 + Encoding.UTF8.GetMaxByteCount(text?.Length ?? 0));
        int length = text is null ? NoText : Encoding.UTF8.GetBytes(text, space[4..]);
        BinaryPrimitives.WriteInt32LittleEndian(space, length);
        body.Advance(4 + Math.Max(length, 0));
    }
}
