using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>Bytes as base64.</summary>
internal sealed class BytesShape : Shape<byte[]>
{
    public override string Expected => "base64";

    public override bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out byte[] value) => ScalarReaders.ByteArray.TryRead(ref cursor, out value);

    public override void Write(Utf8JsonWriter writer, byte[] value) => writer.WriteBase64StringValue(value);

    public override bool AreEqual(byte[] left, byte[] right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && left.AsSpan().SequenceEqual(right));

    public override int Hash(byte[] value)
    {
        HashCode hash = default;
        hash.AddBytes(value);
        return hash.ToHashCode();
    }
}
