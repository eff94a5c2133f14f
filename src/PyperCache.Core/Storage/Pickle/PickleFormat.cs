using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PyperCache.Storage.Files;

namespace PyperCache.Storage.Pickle;

/// <summary>Records as items of one dictionary: the opcodes of the key and of <c>{"cast", "expiry", "timestamp", "data"}</c>.</summary>
/// <remarks>
/// Where Python data cannot hold the text of a number, the text of the payload follows as bytes that are taken off the stack again: Python
/// reads past them, and here the payload comes back as it was.
/// </remarks>
internal sealed class PickleFormat : IRecordFormat
{
    private const int Slack = 1 << 20;
    private const int MostGrowth = 64;

    public static PickleFormat Instance { get; } = new();

    /// <summary>How much data a pickle of that length may stand for.</summary>
    public static long MostData(long pickleLength) => Slack + (MostGrowth * pickleLength);

    public static void Write(IBufferWriter<byte> target, string key, in DecodedRecord record)
    {
        var writer = new PickleWriter(target);
        writer.Text(key);
        writer.Op(Opcode.EmptyDict);
        writer.Op(Opcode.Mark);
        writer.Utf8("cast"u8);
        writer.Value(record.CastName);
        writer.Utf8("expiry"u8);
        WriteExpiry(writer, record.Times.Expiry);
        writer.Utf8("timestamp"u8);
        writer.Float(UnixTime.ToSeconds(record.Times.Timestamp));
        writer.Utf8("data"u8);
        if (!JsonToPickle.Write(writer, record.Payload.Span))
        {
            writer.Bytes(record.Payload.Span);
            writer.Op(Opcode.Pop);
        }

        writer.Op(Opcode.SetItems);
    }

    public bool TryReadKey(ReadOnlySpan<byte> start, [NotNullWhen(true)] out string? key)
    {
        key = null;
        try
        {
            if (new PickleMachine(new PickleInput(start.ToArray())).RunOne() is not string text)
                throw new FormatException(StorageMessages.NotAPickleCache);
            key = text;
            return true;
        }
        catch (FormatException)
        {
            // The bytes end inside the key; the caller comes back with more.
            return false;
        }
    }

    public DecodedRecord Read(ReadOnlyMemory<byte> bytes)
    {
        var machine = new PickleMachine(new PickleInput(bytes));
        if (machine.RunToEnd() is not [string, PickleDict record])
            throw new FormatException(StorageMessages.NoData);
        (string? cast, TimeSpan expiry, double timestamp) = (null, Timeout.InfiniteTimeSpan, 0);
        bool hasData = false;
        object? data = null;
        foreach ((object? name, object? value) in record)
        {
            switch (name)
            {
                case "cast": cast = value as string; break;
                case "expiry": expiry = ReadExpiry(value); break;
                case "timestamp": timestamp = ReadSeconds(value) ?? 0; break;
                case "data": (hasData, data) = (true, value); break;
            }
        }

        if (!hasData)
            throw new FormatException(StorageMessages.NoData);
        ReadOnlyMemory<byte> payload = machine.Discarded is { } text ? Checked(text) : ToJson(data, bytes.Length);
        return new DecodedRecord(payload, new RecordTimes(UnixTime.FromSeconds(timestamp), expiry), cast);
    }

    private static ReadOnlyMemory<byte> ToJson(object? data, int pickleLength)
    {
        var json = new ArrayBufferWriter<byte>(pickleLength);
        new PickleToJson(json, MostData(pickleLength)).Write(data);
        return json.WrittenMemory;
    }

    private static byte[] Checked(byte[] payload) =>
        PayloadCheck.WhyUnreadable(payload) is { } reason ? throw new FormatException(reason) : payload;

    private static void WriteExpiry(PickleWriter writer, TimeSpan expiry)
    {
        double seconds = UnixTime.ToExpirySeconds(expiry);
        if (double.IsInfinity(seconds))
            writer.Text(UnixTime.Never);
        else if (seconds == Math.Floor(seconds) && seconds < long.MaxValue)
            writer.Integer((long)seconds);
        else
            writer.Float(seconds);
    }

    private static TimeSpan ReadExpiry(object? value) =>
        ReadSeconds(value) is { } seconds ? UnixTime.FromExpirySeconds(seconds) : Timeout.InfiniteTimeSpan;

    private static double? ReadSeconds(object? value) => value switch
    {
        long integer => integer,
        System.Numerics.BigInteger integer => (double)integer,
        double real => real,
        _ => null,
    };
}
