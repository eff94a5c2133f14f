using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace PyperCache;

/// <summary>Turns what callers store into payloads: bytes that belong to the record alone and hold one well-formed JSON value.</summary>
internal static class Payloads
{
    /// <summary>Copies bytes, once they are seen to be JSON.</summary>
    /// <exception cref="JsonException">They are not.</exception>
    public static ReadOnlyMemory<byte> FromUtf8(string key, ReadOnlySpan<byte> utf8Json)
    {
        Ensure(key, utf8Json);
        return utf8Json.ToArray();
    }

    public static ReadOnlyMemory<byte> FromText(string key, string json)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(json);
        Ensure(key, bytes);
        return bytes;
    }

    /// <summary>The text of the element. It is checked, because lenient parsing lets comments through.</summary>
    public static ReadOnlyMemory<byte> FromElement(string key, JsonElement element) => FromUtf8(key, JsonMarshal.GetRawUtf8Value(element));

    public static ReadOnlyMemory<byte> FromNode(string key, JsonNode? node)
    {
        if (node is null)
            return "null"u8.ToArray();
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            node.WriteTo(writer);
        Ensure(key, buffer.WrittenSpan);
        return buffer.WrittenMemory;
    }

    public static ReadOnlyMemory<byte> FromValue<T>(string key, T value, JsonTypeInfo<T> typeInfo)
    {
        byte[] bytes = JsonSerializer.SerializeToUtf8Bytes(value, typeInfo);
        Ensure(key, bytes);
        return bytes;
    }

    /// <summary>Sees whether bytes are JSON.</summary>
    /// <exception cref="JsonException">They are not.</exception>
    public static void Ensure(string key, ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            JsonText.EnsureOneValue(utf8Json);
        }
        catch (JsonException e)
        {
            throw new JsonException(CacheMessages.NotJson(key, e.Message), e.Path, e.LineNumber, e.BytePositionInLine, e);
        }
    }
}
