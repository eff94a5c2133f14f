using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>A value that is one token, read by a built-in reader.</summary>
internal sealed class ScalarShape<T>(string expected, PayloadReader<T> reader, Action<Utf8JsonWriter, T> write) : Shape<T>
{
    public override string Expected => expected;

    public override bool TryRead(ref JsonCursor cursor, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out T value) => reader.TryRead(ref cursor, out value);

    public override void Write(Utf8JsonWriter writer, T value) => write(writer, value);
}
