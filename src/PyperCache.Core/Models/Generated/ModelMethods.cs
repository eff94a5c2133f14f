using System.ComponentModel;
using System.Text.Json.Nodes;

namespace PyperCache.Models.Generated;

/// <summary>The bodies of the members that every model gets.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelMethods
{
    /// <summary>The model as a JSON object with raw keys; keys that it does not know are still there.</summary>
    public static JsonObject AsDict<T>(T model)
        where T : IApiModel<T> => ModelJson.ToObject(model);

    /// <summary>The model as UTF-8 JSON; a model that has not changed since it was hydrated gives the very bytes that it came from.</summary>
    public static ReadOnlyMemory<byte> ToJson<T>(T model)
        where T : IApiModel<T> => ModelJson.Write(model);

    /// <summary>Whether something is a model of the same type with equal members.</summary>
    public static bool AreEqual(IApiModel model, object? other) =>
        ReferenceEquals(model, other) || (model?.GetType() == other?.GetType() && HaveEqualMembers(model!, (IApiModel)other!));

    /// <summary>Whether two models of one type have equal members.</summary>
    public static bool HaveEqualMembers<T>(T left, T right)
        where T : IApiModel => MemberEquality.AreEqual(left, right);

    /// <summary>A hash of the members that <see cref="HaveEqualMembers"/> compares.</summary>
    public static int HashMembers<T>(T model)
        where T : IApiModel => MemberEquality.Hash(model);

    /// <summary>Whether two values are equal as their type sees it.</summary>
    public static bool Same<T>(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);
}
