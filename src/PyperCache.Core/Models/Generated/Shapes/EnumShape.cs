using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>An enum, by name (first as written, then without regard to case) or by number.</summary>
/// <param name="isFlags">Whether names may be joined by commas and any number is a value.</param>
/// <param name="names">The names in the payload, each with its value; the first name of a value is the one that is written.</param>
internal sealed class EnumShape<T>(bool isFlags, (string Name, T Value)[] names) : Shape<T>
    where T : struct, Enum
{
    private const int LongestName = 128;
    private readonly byte[][] _utf8 = [.. names.Select(static n => Encoding.UTF8.GetBytes(n.Name))];

    public override string Expected { get; } = "one of " + string.Join(", ", names.Select(static n => n.Name));

    internal override bool IsImmutable(HashSet<ModelSchema> asked) => true;

    public override bool TryRead(ref JsonCursor cursor, out T value)
    {
        Span<byte> buffer = stackalloc byte[LongestName];
        value = default;
        return cursor.TryReadText(buffer, out ReadOnlySpan<byte> text, out JsonValueKind kind)
            && ((kind == JsonValueKind.String && TryName(text, out value)) || TryNumber(text, out value));
    }

    public override void Write(Utf8JsonWriter writer, T value)
    {
        foreach ((string name, T known) in names)
        {
            if (EqualityComparer<T>.Default.Equals(known, value))
            {
                writer.WriteStringValue(name);
                return;
            }
        }

        if (isFlags && value.ToString("F") is var joined && !char.IsAsciiDigit(joined[0]) && joined[0] != '-')
            writer.WriteStringValue(joined);
        else
            writer.WriteRawValue(value.ToString("D"), skipInputValidation: true);
    }

    public override void WriteLike(Utf8JsonWriter writer, T value, ReadOnlySpan<byte> raw)
    {
        if (raw.Length > 0 && raw[0] != '"')
            writer.WriteRawValue(value.ToString("D"), skipInputValidation: true);
        else
            Write(writer, value);
    }

    private bool TryName(ReadOnlySpan<byte> text, out T value)
    {
        for (int i = 0; i < _utf8.Length; i++)
        {
            if (text.SequenceEqual(_utf8[i]))
            {
                value = names[i].Value;
                return true;
            }
        }

        return TryNameOfAnyCase(Encoding.UTF8.GetString(text), out value);
    }

    private bool TryNameOfAnyCase(string text, out T value)
    {
        foreach ((string name, T known) in names)
        {
            if (string.Equals(text, name, StringComparison.OrdinalIgnoreCase))
            {
                value = known;
                return true;
            }
        }

        value = default;
        return isFlags && text.Contains(',', StringComparison.Ordinal) && Enum.TryParse(text, ignoreCase: true, out value);
    }

    private bool TryNumber(ReadOnlySpan<byte> text, out T value)
    {
        value = default;
        if (text.IsEmpty || (text[0] != '-' && !char.IsAsciiDigit((char)text[0])))
            return false;
        foreach (byte b in text[1..])
        {
            if (!char.IsAsciiDigit((char)b))
                return false;
        }

        return Enum.TryParse(Encoding.UTF8.GetString(text), out value) && (isFlags || Array.Exists(names, Is(value)));
    }

    private static Predicate<(string Name, T Value)> Is(T value) => n => EqualityComparer<T>.Default.Equals(n.Value, value);
}
