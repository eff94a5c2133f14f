using System.ComponentModel;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>The variants of a model, for callers that do not know the type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IModelVariants
{
    /// <summary>The raw key of the discriminator.</summary>
    string Key { get; }

    /// <summary>The schema of the variant that the object at the cursor asks for; null when it is the base itself. The cursor stays.</summary>
    ModelSchema? FindSchema(ref JsonCursor cursor);

    /// <summary>Whether nothing can change a variant that was read; see <see cref="IShape.IsImmutable"/>.</summary>
    internal bool AreImmutable(HashSet<ModelSchema> asked);

    /// <summary>Whether a model has a discriminator; the base itself has none.</summary>
    bool HasTag(object model);

    /// <summary>Writes key and discriminator of a model that has one.</summary>
    void WriteTag(Utf8JsonWriter writer, object model);
}
