using System.Diagnostics.CodeAnalysis;

namespace PyperCache.Json;

/// <summary>The reader of numbers that are often met in columns.</summary>
internal sealed class NumberReader<T, TCell> : PayloadReader<T>, INullableElements<T>
    where T : struct
    where TCell : struct, ICell<T>
{
    public override bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out T value) => default(TCell).TryRead(ref cursor, out value);

    public int ReadElementsOrNull(ref JsonCursor cursor, scoped Span<T?> values, ref bool started, out int misfit) =>
        cursor.ReadCells(new NullableCell<T, TCell>(default), values, ref started, out misfit);

    internal override int ReadElements(ref JsonCursor cursor, scoped Span<T> values, ref bool started, out int misfit) =>
        cursor.ReadCells(default(TCell), values, ref started, out misfit);
}
