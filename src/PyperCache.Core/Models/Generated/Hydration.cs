using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>Runs a shape over a whole payload.</summary>
internal static class Hydration
{
    // From here on an array is collected with the oldest objects alone: to make and drop one for each payload costs more than to read it.
    private const int LargeArray = 85_000;

    /// <summary>Reads a payload that outlives the call.</summary>
    public static T Run<T>(Shape<T> shape, ReadOnlyMemory<byte> json)
    {
        JsonCursor cursor = new(json);
        return Run(shape, ref cursor);
    }

    /// <summary>Whether values of a payload keep slices of its very bytes. Of a large one that holds many values, each keeps a copy of its slice instead.</summary>
    public static bool KeepsBytes<T>(Shape<T> shape, int length) => shape.RetainsPayload && !(length >= LargeArray && shape.RetainsSlicesApart);

    /// <summary>Reads bytes that need not outlive the call: they are copied when the values keep slices of them, as a whole or slice by slice.</summary>
    public static T Run<T>(Shape<T> shape, ReadOnlySpan<byte> json)
    {
        if (KeepsBytes(shape, json.Length))
            return Run(shape, (ReadOnlyMemory<byte>)json.ToArray());
        JsonCursor cursor = new(json);
        return Run(shape, ref cursor);
    }

    /// <summary>Reads a slice that was skipped when the payload around it was read.</summary>
    /// <param name="shape">How it is read.</param>
    /// <param name="json">The slice.</param>
    /// <param name="tolerant">Whether a slice that does not fit gives the default value instead of an exception.</param>
    public static T RunLazily<T>(Shape<T> shape, ReadOnlyMemory<byte> json, bool tolerant)
    {
        JsonCursor cursor = new(json);
        cursor.Peek();
        bool fits = shape.TryRead(ref cursor, out T? value);
        if (cursor.Failed || (!fits && !tolerant))
            ThrowInvalid(shape, json.Span);
        return value!;
    }

    private static T Run<T>(Shape<T> shape, ref JsonCursor cursor)
    {
        cursor.Peek();
        bool fits = shape.TryRead(ref cursor, out T? value);
        cursor.End();
        if (!fits || cursor.Failed)
            ThrowInvalid(shape, cursor.Json);
        return value!;
    }

    [DoesNotReturn]
    private static void ThrowInvalid<T>(Shape<T> shape, ReadOnlySpan<byte> json)
    {
        CheckLog log = new() { ByOwnRules = true };
        JsonCursor cursor = new(json);
        shape.Check(ref cursor, ref log);
        if (!log.HasErrors)
            throw new JsonException($"The hydrator of {typeof(T)} refused a payload in which its validator finds no fault. Please report this with the payload.");
        throw new ApiModelValidationException(typeof(T), log.Errors);
    }
}
