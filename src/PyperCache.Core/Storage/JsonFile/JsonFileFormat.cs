using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using PyperCache.Storage.Files;

namespace PyperCache.Storage.JsonFile;

/// <summary>Records as members of one JSON object: <c>"key": {"cast": null, "expiry": "math.inf", "timestamp": 1713000000.25, "data": …}</c>.</summary>
internal sealed class JsonFileFormat : IRecordFormat
{
    // The payload may be 64 deep, and lies in the record's object.
    private static readonly JsonReaderOptions s_options = new() { MaxDepth = 65 };

    public static JsonFileFormat Instance { get; } = new();

    public static void Write(SnapshotWriter file, string key, in DecodedRecord record)
    {
        JsonString.Write(file, key);
        file.Write(": {\"cast\": "u8);
        if (record.CastName is null)
            file.Write("null"u8);
        else
            JsonString.Write(file, record.CastName);
        file.Write(", \"expiry\": "u8);
        WriteAscii(file, Expiry(record.Times.Expiry));
        file.Write(", \"timestamp\": "u8);
        WriteAscii(file, PythonNumber.Format(UnixTime.ToSeconds(record.Times.Timestamp)));
        file.Write(", \"data\": "u8);
        file.Write(record.Payload.Span);
        file.Write("}"u8);
    }

    public bool TryReadKey(ReadOnlySpan<byte> start, [NotNullWhen(true)] out string? key)
    {
        int end = JsonScanner.EndOfString(start, 0);
        key = end < 0 ? null : JsonString.Decode(start[1..(end - 1)]);
        return key is not null;
    }

    public DecodedRecord Read(ReadOnlyMemory<byte> bytes)
    {
        ReadOnlySpan<byte> span = bytes.Span;
        int start = JsonScanner.EndOfString(span, 0);
        start += span[start..].IndexOf((byte)'{');
        try
        {
            return ReadValue(bytes[start..]);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new FormatException(e.Message, e);
        }
    }

    private static DecodedRecord ReadValue(ReadOnlyMemory<byte> value)
    {
        var reader = new Utf8JsonReader(value.Span, s_options);
        reader.Read();
        (string? cast, TimeSpan expiry, double timestamp, ReadOnlyMemory<byte> data) = (null, Timeout.InfiniteTimeSpan, 0, default);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("data"u8))
                data = ReadSlice(ref reader, value);
            else if (reader.ValueTextEquals("timestamp"u8))
                timestamp = ReadNumber(ref reader);
            else if (reader.ValueTextEquals("expiry"u8))
                expiry = ReadExpiry(ref reader);
            else if (reader.ValueTextEquals("cast"u8))
                cast = ReadText(ref reader);
            else
                reader.Skip();
        }

        if (data.IsEmpty)
            throw new FormatException(StorageMessages.NoData);
        return new DecodedRecord(data, new RecordTimes(UnixTime.FromSeconds(timestamp), expiry), cast);
    }

    private static ReadOnlyMemory<byte> ReadSlice(ref Utf8JsonReader reader, ReadOnlyMemory<byte> value)
    {
        reader.Read();
        int start = (int)reader.TokenStartIndex;
        reader.Skip();
        return value[start..(int)reader.BytesConsumed];
    }

    private static double ReadNumber(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Null ? 0 : reader.GetDouble();
    }

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString();
    }

    private static TimeSpan ReadExpiry(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType == JsonTokenType.Number ? UnixTime.FromExpirySeconds(reader.GetDouble()) : Timeout.InfiniteTimeSpan;
    }

    private static string Expiry(TimeSpan expiry) =>
        expiry == Timeout.InfiniteTimeSpan ? $"\"{UnixTime.Never}\"" : PythonNumber.FormatSeconds(UnixTime.ToExpirySeconds(expiry));

    private static void WriteAscii(SnapshotWriter file, string text) => file.Advance(Encoding.ASCII.GetBytes(text, file.GetSpan(text.Length)));
}
