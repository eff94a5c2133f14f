using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Model.Foreign;

/// <summary>One type that <c>[assembly: ApiModelFor&lt;T&gt;]</c> registers.</summary>
/// <param name="HintName">The name of its file.</param>
/// <param name="Registrations">The type, and closed generic models in its members.</param>
/// <param name="Wrapper">The model around it that is emitted; null when the type needs none.</param>
internal sealed record ForeignSpec(string HintName, EquatableArray<RegistrationSpec> Registrations, WrapperSpec? Wrapper);

/// <summary>A model around a value of a type that is none.</summary>
/// <param name="TypeName">The type of the value.</param>
/// <param name="Model">The model, as it is emitted.</param>
/// <param name="IsValueType">Whether the value is a struct.</param>
/// <param name="Members">How its members are reached.</param>
/// <param name="Required">The members that must stand in the initializer of a new value.</param>
internal sealed record WrapperSpec(string TypeName, ModelSpec Model, bool IsValueType, EquatableArray<AccessSpec> Members, EquatableArray<string> Required);

/// <summary>How a member of the value is reached.</summary>
/// <param name="Name">Its name, as an identifier.</param>
/// <param name="TypeName">Its type.</param>
/// <param name="Owner">The type that declares it.</param>
/// <param name="Setter">How it is assigned.</param>
internal sealed record AccessSpec(string Name, string TypeName, string Owner, SetterKind Setter);

/// <summary>How a member is assigned.</summary>
internal enum SetterKind
{
    /// <summary>Not at all: it is an argument of the constructor.</summary>
    None,

    /// <summary>By its setter.</summary>
    Set,

    /// <summary>By its init accessor, which code outside of an initializer reaches only by name.</summary>
    Init,
}
