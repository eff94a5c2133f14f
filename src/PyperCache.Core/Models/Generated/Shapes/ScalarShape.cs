using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>A value that is one token, read by a built-in reader.</summary>
internal sealed class ScalarShape<T>(string expected, PayloadReader<T> reader, Action<Utf8JsonWriter, T> write) : Shape<T>
{
    public override string Expected => expected;

    public PayloadReader<T> Reader => reader;

    internal override bool IsImmutable(HashSet<ModelSchema> asked) => true;

    public override bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out T value) => reader.TryRead(ref cursor, out value);

    public override void Write(Utf8JsonWriter writer, T value) => write(writer, value);

    public override bool Matches(ref JsonCursor cursor, T value) => reader.TryRead(ref cursor, out T? read) && EqualityComparer<T>.Default.Equals(read, value);

    // The same as in the base class, but the call of the reader is known here.
    public override void Check(ref JsonCursor cursor, ref CheckLog log)
    {
        int start = cursor.FindStart();
        if (!reader.TryRead(ref cursor, out _))
            log.Report(ref cursor, start, Expected);
    }

    public override int CheckElements(ref JsonCursor cursor, ref CheckLog log) => ElementCheck.Run(this, Expected, ref cursor, ref log);

    internal override int ReadElements(ref JsonCursor cursor, scoped Span<T> values, ref bool started, out int misfit) =>
        reader.ReadElements(ref cursor, values, ref started, out misfit);
}
