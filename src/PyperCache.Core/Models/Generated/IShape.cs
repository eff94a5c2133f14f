using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>How values of one type stand in JSON, for callers that do not know the type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IShape
{
    /// <summary>The type of the values.</summary>
    Type Type { get; }

    /// <summary>What is expected in the payload, in words, for error messages: <c>int</c>, <c>array of Post</c>.</summary>
    string Expected { get; }

    /// <summary>Whether values keep slices of the payload.</summary>
    bool RetainsPayload { get; }

    /// <summary>Whether nothing can change a value that was read. A collection counts as what its type lets others do with it.</summary>
    /// <param name="asked">The models that have been asked on the way here: one that holds itself asks again, and the others decide.</param>
    internal bool IsImmutable(HashSet<ModelSchema> asked);

    /// <summary>Reports whatever does not fit in the value at the cursor and moves behind it. Allocates nothing when all fits.</summary>
    void Check(ref JsonCursor cursor, ref CheckLog log);

    /// <summary>Checks the elements of the array that the cursor has entered, up to its end, each as <see cref="Check"/> does.</summary>
    /// <returns>Their number.</returns>
    int CheckElements(ref JsonCursor cursor, ref CheckLog log);

    /// <summary>Checks only the models inside the value, each by its own rules: the value itself belongs to a model that tolerates mismatches.</summary>
    void CheckNested(ref JsonCursor cursor, ref CheckLog log);

    /// <summary>Hydrates a whole payload.</summary>
    /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
    /// <exception cref="JsonException">The payload is malformed.</exception>
    object? HydrateObject(ReadOnlyMemory<byte> json);

    /// <summary>Writes a value of <see cref="Type"/>.</summary>
    void WriteObject(Utf8JsonWriter writer, object? value);

    /// <summary>The shape as System.Text.Json wants it.</summary>
    JsonTypeInfo CreateTypeInfo(JsonSerializerOptions options);
}
