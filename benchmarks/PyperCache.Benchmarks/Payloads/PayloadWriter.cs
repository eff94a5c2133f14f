using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PyperCache.Benchmarks.Payloads;

/// <summary>Writes JSON as servers do: without white space, characters beyond ASCII as UTF-8.</summary>
internal static class PayloadWriter
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
            write(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
