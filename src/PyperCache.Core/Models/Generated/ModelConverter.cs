using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PyperCache.Models.Generated;

/// <summary>A shape as a converter of System.Text.Json.</summary>
internal sealed class ModelConverter<T>(Shape<T> shape) : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // The reader does not let go of the bytes behind a value; a document over them does, and gives its memory back at once.
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return Hydration.Run(shape, JsonMarshal.GetRawUtf8Value(document.RootElement));
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteRawValue(shape.ToJson(value).Span, skipInputValidation: true);
}
