using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>The fields of a model of a given type, and the bodies of the members that every such model gets.</summary>
/// <typeparam name="T">The model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelSchema<T> : ModelSchema
    where T : IApiModel<T>
{
    /// <summary>Describes a model.</summary>
    /// <param name="name">The name of the type, for messages.</param>
    /// <param name="validate">Whether a mismatch is an error.</param>
    /// <param name="keepsRaw">Whether a model keeps the slice that it was hydrated from.</param>
    /// <param name="fields">The fields, in the order in which the hydrator knows them.</param>
    public ModelSchema(string name, bool validate, bool keepsRaw, params ModelField[] fields)
        : base(name, validate, keepsRaw, fields)
    {
    }

    /// <summary>The model as a JSON object with raw keys; keys that it does not know are still there.</summary>
    public JsonObject AsDict(T model) => ModelJson.ToObject(model);

    /// <summary>The model as UTF-8 JSON; a model that has not changed since it was hydrated gives the very bytes that it came from.</summary>
    public ReadOnlyMemory<byte> ToJson(T model) => ModelJson.Write(model);

    /// <summary>Whether something is a model of the same type with equal members.</summary>
    public bool AreEqual(T model, object? other) =>
        ReferenceEquals(model, other) || (other is not null && model.GetType() == other.GetType() && HaveEqualMembers(model, (T)other));

    /// <summary>Whether two models of one type have equal members.</summary>
    public bool HaveEqualMembers(T left, T right) => MemberEquality.AreEqual(left, right);

    /// <summary>A hash of the members that <see cref="HaveEqualMembers"/> compares.</summary>
    public int HashMembers(T model) => MemberEquality.Hash(model);

    /// <summary>Hydrates the object at the cursor, as the variant that its discriminator names, and moves behind it.</summary>
    /// <param name="cursor">Stands before a value.</param>
    /// <param name="value">The model, when the result is true.</param>
    /// <returns>False, with the cursor before the value, when no model can be made of it. A member that does not fit is told through <see cref="JsonCursor.Fail"/>.</returns>
    internal static bool TryHydrate(ref JsonCursor cursor, [MaybeNullWhen(false)] out T value)
    {
        ModelSchema schema = T.Schema;
        if (schema.Variants is ModelVariants<T> variants && variants.TryFind(ref cursor, out ModelVariant<T>? variant))
            return variant.TryHydrate(ref cursor, out value);
        FieldLoop fields = new(schema.Keys);
        if (schema.IsAbstract || !cursor.BeginObject(ref fields))
        {
            value = default;
            return false;
        }

        value = T.Hydrate(ref cursor, ref fields);
        return true;
    }

    internal override void HandOver(ReadOnlyMemory<byte> json, ref ModelWriter writer) =>
        Hydration.RunLazily(ModelShape<T>.Instance, json, tolerant: true).WriteMembers(ref writer);
}
