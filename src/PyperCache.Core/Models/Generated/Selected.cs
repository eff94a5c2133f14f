using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>Reads fields whose alias is a selector that is no plain path: they are found when their whole object is known.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Selected
{
    /// <summary>Reads the value that the first matching selector of a field yields from the object that has been read.</summary>
    /// <param name="cursor">Stands behind the object.</param>
    /// <param name="loop">The loop that has read the object; a row of columns has no object to select from.</param>
    /// <param name="schema">The schema of the model.</param>
    /// <param name="field">The number of the field.</param>
    /// <param name="shape">The shape of the field.</param>
    /// <param name="value">The value, when the result is <see cref="SelectedResult.Read"/>.</param>
    public static SelectedResult TryRead<T>(
        ref JsonCursor cursor, in FieldLoop loop, ModelSchema schema, int field, Shape<T> shape, [MaybeNull] out T value)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(shape);
        if (loop.Row is not null || !TryFind(ref cursor, loop.Start, schema.Fields[field], out ReadOnlyMemory<byte> json))
        {
            value = default;
            return SelectedResult.Missing;
        }

        JsonCursor inner = new(json);
        inner.Peek();
        bool read = shape.TryRead(ref inner, out value);
        if (inner.Failed)
            cursor.Fail();
        return read ? SelectedResult.Read : SelectedResult.Mismatch;
    }

    internal static bool TryFind(ref JsonCursor cursor, int start, ModelField field, out ReadOnlyMemory<byte> json)
    {
        ReadOnlyMemory<byte> payload = cursor.SliceFrom(start);
        foreach (FieldPath path in field.Paths)
        {
            if (path.Selector is { } selector && selector.TryEvaluate(payload, out json))
                return true;
        }

        json = default;
        return false;
    }
}
