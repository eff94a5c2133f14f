using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>The models that may stand in the place of a base, and the key that tells which. An unknown or missing discriminator means the base.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelVariants<TBase> : IModelVariants
{
    private const int LongestTag = 128;
    private readonly byte[] _key;
    private readonly ModelVariant<TBase>[] _variants;
    private readonly byte[][] _tags;

    /// <summary>Lists the variants.</summary>
    /// <param name="key">The raw key of the discriminator.</param>
    /// <param name="variants">The models that it chooses.</param>
    public ModelVariants(string key, params ModelVariant<TBase>[] variants)
    {
        Key = key;
        _key = Encoding.UTF8.GetBytes(key);
        _variants = variants;
        _tags = [.. variants.Select(static v => Encoding.UTF8.GetBytes(v.Tag))];
    }

    /// <inheritdoc/>
    public string Key { get; }

    /// <summary>Finds the variant that the object at the cursor asks for. The cursor stays.</summary>
    internal bool TryFind(ref JsonCursor cursor, [NotNullWhen(true)] out ModelVariant<TBase>? variant)
    {
        int start = cursor.Position, depth = cursor.Depth;
        variant = Find(ref cursor);
        (cursor.Position, cursor.Depth) = (start, depth);
        return variant is not null;
    }

    ModelSchema? IModelVariants.FindSchema(ref JsonCursor cursor) => TryFind(ref cursor, out ModelVariant<TBase>? variant) ? variant.Schema : null;

    bool IModelVariants.AreImmutable(HashSet<ModelSchema> asked) => Array.TrueForAll(_variants, v => v.Schema.HasOnlyImmutableModels(asked));

    bool IModelVariants.HasTag(object model) => Of(model) is not null;

    void IModelVariants.WriteTag(Utf8JsonWriter writer, object model)
    {
        if (Of(model) is not { } variant)
            return;
        writer.WritePropertyName(_key);
        if (variant.IsNumber)
            writer.WriteRawValue(variant.Tag, skipInputValidation: true);
        else
            writer.WriteStringValue(variant.Tag);
    }

    private ModelVariant<TBase>? Of(object model) => Array.Find(_variants, v => v.Type == model.GetType());

    private ModelVariant<TBase>? Find(ref JsonCursor cursor)
    {
        if (cursor.Peek() != JsonValueKind.Object || !cursor.BeginObject())
            return null;
        Span<byte> buffer = stackalloc byte[LongestTag];
        for (bool started = false; cursor.NextMember(ref started, out ReadOnlySpan<byte> key, out bool escaped);)
        {
            if (escaped || !key.SequenceEqual(_key))
                cursor.Skip();
            else if (cursor.TryReadText(buffer, out ReadOnlySpan<byte> tag, out JsonValueKind kind))
                return Match(tag, kind == JsonValueKind.Number);
        }

        return null;
    }

    private ModelVariant<TBase>? Match(ReadOnlySpan<byte> tag, bool isNumber)
    {
        for (int i = 0; i < _tags.Length; i++)
        {
            if (_variants[i].IsNumber == isNumber && tag.SequenceEqual(_tags[i]))
                return _variants[i];
        }

        return null;
    }
}
