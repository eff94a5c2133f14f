using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PyperCache.Http;

internal static class JsonNodes
{
    public static ReadOnlyMemory<byte> ToUtf8(JsonNode node)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
            node.WriteTo(writer);
        return buffer.WrittenMemory;
    }
}
