using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>Text; a number is taken as the text that it was written as.</summary>
internal sealed class StringShape : Shape<string>
{
    public override string Expected => "string";

    internal override bool IsImmutable(HashSet<ModelSchema> asked) => true;

    public override bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out string value) => cursor.TryReadString(out value);

    public override void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    public override bool Matches(ref JsonCursor cursor, string value) =>
        cursor.Peek() == JsonValueKind.Number ? base.Matches(ref cursor, value) : cursor.MatchString(value);

    public override void Check(ref JsonCursor cursor, ref CheckLog log)
    {
        int start = cursor.FindStart();
        cursor.SkipChecked();
        if (cursor.Json[start] is not ((byte)'"' or (byte)'-' or (>= (byte)'0' and <= (byte)'9')))
            log.Report(ref cursor, start, Expected);
    }
}
