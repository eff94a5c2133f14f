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

    internal override bool IsImmutable(HashSet<ModelSchema> asked) => true;

    public override bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out T value)
    {
        int start = cursor.Position;
        if (format.TakesNumbers && cursor.TryReadInt64(out long units) && TryFromUnits(units, out value))
            return true;

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

    /// <summary>The value that lies a number of units after 1970; false where that takes more care.</summary>
    public bool TryFromUnits(long units, out T value)
    {
        bool fits = format.TryFromUnits(units, out DateTimeOffset instant);
        value = fits ? from(instant) : default;
        return fits;
    }

    public override void Write(Utf8JsonWriter writer, T value) => format.Write(writer, to(value), like: default);

    public override void WriteLike(Utf8JsonWriter writer, T value, ReadOnlySpan<byte> raw) => format.Write(writer, to(value), raw);

    public override int CheckElements(ref JsonCursor cursor, ref CheckLog log) => ElementCheck.Run(this, Expected, ref cursor, ref log);

    internal override int ReadElements(ref JsonCursor cursor, scoped Span<T> values, ref bool started, out int misfit) => format.TakesNumbers
        ? cursor.ReadCells(new TimestampCell<T>(this), values, ref started, out misfit)
        : base.ReadElements(ref cursor, values, ref started, out misfit);
}
