using System.Diagnostics.CodeAnalysis;

namespace PyperCache.Json;

/// <summary>Reads one scalar from a cursor, as <see cref="PayloadReader{T}.TryRead"/> does.</summary>
internal delegate bool ReadScalar<T>(ref JsonCursor cursor, [MaybeNullWhen(false)] out T value);

/// <summary>The reader of a type that one function can read.</summary>
internal sealed class ScalarReader<T>(ReadScalar<T> read) : PayloadReader<T>
{
    public override bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out T value) => read(ref cursor, out value);
}
