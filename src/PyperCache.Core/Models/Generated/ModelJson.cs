using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>From models back to JSON.</summary>
internal static class ModelJson
{
    /// <summary>Text stays text: only what JSON demands is escaped.</summary>
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes a value of any shape.</summary>
    public static ReadOnlyMemory<byte> Write<T>(Shape<T> shape, T value)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, WriterOptions))
            shape.Write(writer, value);
        return buffer.WrittenMemory;
    }

    /// <summary>The payload that the model was hydrated from while it still says the same, else one with the changes.</summary>
    public static ReadOnlyMemory<byte> Write<T>(T model)
        where T : IApiModel<T> =>
        IsUnchanged(model, isOrdered: true, out ReadOnlyMemory<byte> raw) || IsUnchanged(model, isOrdered: false, out raw) ? raw : WriteChanged(model);

    /// <summary>The model as a JSON object of its own, with raw keys.</summary>
    public static JsonObject ToObject<T>(T model)
        where T : IApiModel<T> => (JsonObject)Parse(Write(model).Span)!;

    /// <summary>The model as a JSON object, as if it had come from another payload than it did.</summary>
    /// <param name="model">The model.</param>
    /// <param name="over">That payload; empty for a model made by hand.</param>
    public static JsonObject ToObject<T>(T model, ReadOnlyMemory<byte> over)
        where T : IApiModel<T>
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, WriterOptions))
        {
            ModelWriter members = new(writer, variants: null, model: null) { Over = over };
            model.WriteMembers(ref members);
            members.End();
        }

        return (JsonObject)Parse(buffer.WrittenSpan)!;
    }

    /// <summary>A value as a node of its own.</summary>
    public static JsonNode? Parse(ReadOnlySpan<byte> json)
    {
        JsonCursor cursor = new(json);
        ScalarReaders.JsonNode.TryRead(ref cursor, out JsonNode? node);
        return node;
    }

    // Apart, since each has much room to clear that the next one does not always need.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsUnchanged<T>(T model, bool isOrdered, out ReadOnlyMemory<byte> raw)
        where T : IApiModel<T>
    {
        ModelWriter comparison = new(isOrdered);
        model.WriteMembers(ref comparison);
        comparison.End();
        raw = comparison.Raw;
        return comparison.IsSame;
    }

    private static ReadOnlyMemory<byte> WriteChanged<T>(T model)
        where T : IApiModel<T>
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer, WriterOptions))
            ModelShape<T>.Instance.Write(writer, model);

        return buffer.WrittenMemory;
    }
}
