using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PyperCache.Json;
using PyperCache.Models.Timestamps;

namespace PyperCache.Models.Generated;

/// <summary>A point in time, in one of the forms of <see cref="TimestampAttribute"/>.</summary>
/// <param name="format">The forms that are read and written.</param>
/// <param name="from">Makes a value of the instant.</param>
/// <param name="to">The instant of a value.</param>
internal sealed class TimestampShape<T>(TimestampFormat format, Func<DateTimeOffset, T> from, Func<T, DateTimeOffset> to) : Shape<T>
    where T : struct
{
    private const int LongestText = 64;

    public override string Expected => format.Expected;

    public override bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out T value)
    {
        int start = cursor.Position;
        if (format.TakesNumbers && cursor.TryRead(out long units) && format.TryFromUnits(units, out DateTimeOffset known))
        {
            value = from(known);
            return true;
        }

        cursor.Position = start;
        Span<byte> buffer = stackalloc byte[LongestText];
        if (cursor.TryReadText(buffer, out ReadOnlySpan<byte> text, out JsonValueKind kind) && format.TryParse(text, kind, out DateTimeOffset instant))
        {
            value = from(instant);
            return true;
        }

        value = default;
        return false;
    }

    public override void Write(Utf8JsonWriter writer, T value) => format.Write(writer, to(value), like: default);

    public override void WriteLike(Utf8JsonWriter writer, T value, ReadOnlySpan<byte> raw) => format.Write(writer, to(value), raw);
}
