using PyperCache.Generators.Kit;

namespace PyperCache.Generators.Model.Models;

/// <summary>All that is needed to emit one model. Holds text and numbers only, and compares by value: equal specs emit equal files.</summary>
internal sealed record ModelSpec(
    TypeNesting Nesting,
    string TypeName,
    string DisplayName,
    ModelKind Kind,
    ModelOptions Options,
    ConstructionSpec Construction,
    Mutability Mutability,
    VariantsSpec Variants,
    EqualitySpec Equality,
    EquatableArray<MemberSpec> Members,
    EquatableArray<RegistrationSpec> Registrations)
{
    /// <summary>Whether a model of the project takes rows of this one from columns.</summary>
    public bool IsRow { get; init; }

    /// <summary>The models that are rows of this one.</summary>
    public IEnumerable<string> Rows => Members.Select(static m => m.Row).OfType<string>();

    /// <summary>Whether an object remembers that it was hydrated itself, and is no copy of one that was.</summary>
    public bool KeepsOwner => Options.KeepsRaw && Mutability == Mutability.ByCopy && !Kind.IsValueType && !Kind.IsAbstract;

    /// <summary>Itself, if it can be registered, and the closed types that its members mention.</summary>
    public IEnumerable<RegistrationSpec> AllRegistrations =>
        Options.CastName is { } name ? Registrations.Prepend(new RegistrationSpec(TypeName, name, Shape: null)) : Registrations;
}

/// <summary>What the type is.</summary>
/// <param name="IsValueType">A struct or record struct.</param>
/// <param name="IsRecord">A record of either kind.</param>
/// <param name="IsSealed">No type can derive from it.</param>
/// <param name="IsAbstract">Only its variants can be constructed.</param>
/// <param name="DerivesFromModel">A base type is a model, too: its static members are hidden by ours.</param>
/// <param name="HasRequiredMembers">Some member is <c>required</c>, inherited ones included.</param>
/// <param name="NeedsAutoLayout">A struct in several parts whose fields must be allowed to lie in any order, because a part of ours adds one.</param>
internal sealed record ModelKind(bool IsValueType, bool IsRecord, bool IsSealed, bool IsAbstract, bool DerivesFromModel, bool HasRequiredMembers, bool NeedsAutoLayout);

/// <summary>What the attribute says.</summary>
/// <param name="Validates">A mismatch is an error.</param>
/// <param name="KeepsRaw">The payload is kept.</param>
/// <param name="CastName">The name in caches; null when the model cannot be registered: it is generic, or private.</param>
internal sealed record ModelOptions(bool Validates, bool KeepsRaw, string? CastName);
