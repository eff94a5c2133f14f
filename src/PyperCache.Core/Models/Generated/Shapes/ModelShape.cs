using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>A model.</summary>
internal sealed class ModelShape<T> : Shape<T>
    where T : IApiModel<T>
{
    public static readonly ModelShape<T> Instance = new();

    public override string Expected => T.Schema.Name;

    public override bool RetainsPayload => T.Schema.RetainsPayload;

    internal override bool RetainsSlicesApart => T.Schema.RetainsSlicesApart;

    internal override bool IsImmutable(HashSet<ModelSchema> asked) => T.Schema.HasOnlyImmutableModels(asked);

    public override bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out T value)
    {
        if (ModelSchema<T>.TryHydrate(ref cursor, out value))
            return true;
        cursor.Skip();
        return false;
    }

    public override void Write(Utf8JsonWriter writer, T value)
    {
        if (value is null)
        {
            writer.WriteNullValue();
            return;
        }

        IModelVariants? variants = T.Schema.Variants;
        ModelWriter members = new(writer, variants, variants is null ? null : value);
        value.WriteMembers(ref members);
        members.End();
    }

    internal override ReadOnlyMemory<byte> ToJson(T value) => ModelJson.Write(value);

    public override bool Matches(ref JsonCursor cursor, T value)
    {
        cursor.Peek();
        int start = cursor.Position;
        cursor.Skip();
        if (value is null)
            return false;
        ModelWriter comparison = new(cursor.Json[start..cursor.Position]);
        value.WriteMembers(ref comparison);
        comparison.End();
        return !comparison.Differs;
    }

    public override void Check(ref JsonCursor cursor, ref CheckLog log) => T.Schema.Check(ref cursor, ref log);

    public override void CheckNested(ref JsonCursor cursor, ref CheckLog log)
    {
        if (cursor.Peek() == JsonValueKind.Object)
            T.Schema.Check(ref cursor, ref log);
        else
            cursor.Skip();
    }
}
