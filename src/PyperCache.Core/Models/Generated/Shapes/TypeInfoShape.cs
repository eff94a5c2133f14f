using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>A value that System.Text.Json reads and writes, by a converter or a context of the user's own.</summary>
/// <param name="metadata">Finds how; asked at the first use.</param>
internal sealed class TypeInfoShape<T>(Func<JsonTypeInfo<T>> metadata) : Shape<T>
{
    private readonly Lazy<JsonTypeInfo<T>> _metadata = new(metadata);

    public override string Expected => typeof(T).Name;

    public override bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out T value)
    {
        bool isNull = cursor.Peek() == JsonValueKind.Null;
        int start = cursor.Position;
        cursor.Skip();
        value = default;
        if (isNull && !TakesNull)
            return false;
        try
        {
            value = JsonSerializer.Deserialize(cursor.Json[start..cursor.Position], _metadata.Value);
            return value is not null;
        }
        catch (Exception e) when (IsRefusal(e))
        {
            return false;
        }
    }

    public override void Write(Utf8JsonWriter writer, T value) => JsonSerializer.Serialize(writer, value, _metadata.Value);

    public override bool AreEqual(T left, T right) =>
        EqualityComparer<T>.Default.Equals(left, right) || (left is not null && right is not null && Text(left).SequenceEqual(Text(right)));

    // The type may call values equal whose texts differ, or compare references: no hash is sure to be the same but one for all.
    public override int Hash(T value) => 0;

    /// <summary>Whether a converter wants to see null itself; to the others it is no value.</summary>
    private bool TakesNull => _metadata.Value.Converter is JsonConverter<T> { HandleNull: true };

    private ReadOnlySpan<byte> Text(T value)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, ModelJson.WriterOptions))
            Write(writer, value);
        return buffer.WrittenSpan;
    }

    /// <summary>What a converter throws for a value that does not fit: its own judgement, or that of the parser which it called.</summary>
    private static bool IsRefusal(Exception e) => e is JsonException or FormatException or OverflowException or InvalidOperationException or ArgumentException;
}
