using PyperCache.Generators.Kit;

namespace PyperCache.Generators.Model.Models;

/// <summary>One member of a model.</summary>
/// <param name="Name">Its name, as an identifier.</param>
/// <param name="Shape">How its values stand in JSON.</param>
/// <param name="Aliases">Where it is found; the first that exists is taken.</param>
/// <param name="MustExist">Whether a missing key is an error.</param>
/// <param name="HasDefault">Whether it may have another value than the default of its type when nothing is assigned: by an initializer, a constructor, or its getter.</param>
/// <param name="IsStored">Whether it gives back what it was given, so that it can be read and assigned again without effect.</param>
/// <param name="IsInherited">Whether a base type declares it.</param>
/// <param name="ParameterDefault">For a constructor argument: the value when the key is missing, as an expression.</param>
/// <param name="Row">The model of which columns become rows, by its definition; null when the member is not read from columns.</param>
internal sealed record MemberSpec(
    string Name, ShapeSpec Shape, EquatableArray<AliasSpec> Aliases, bool MustExist, bool HasDefault, bool IsStored, bool IsInherited, string ParameterDefault, string? Row)
{
    /// <summary>The member of the model itself, also beside a local that has its name; what the emitter names begins in lower case.</summary>
    public string Own => char.IsUpper(Name[0]) ? Name : "this." + Name;

    /// <summary>Whether it is not simply found under one key.</summary>
    public bool HasRanks => Aliases is not [{ IsKeyed: true }];
}

/// <summary>One place where a member is found: a path of keys, or a selector that is no such path.</summary>
internal sealed record AliasSpec(EquatableArray<string> Keys, string? Selector)
{
    public bool IsKeyed => Selector is null;
}
