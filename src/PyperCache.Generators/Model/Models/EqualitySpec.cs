using PyperCache.Generators.Kit;

namespace PyperCache.Generators.Model.Models;

/// <summary>Which equality is emitted.</summary>
/// <param name="Form">The kind of members to write.</param>
/// <param name="OtherState">Instance state that is no member of the model but decides equality of a record.</param>
internal sealed record EqualitySpec(EqualityForm Form, EquatableArray<string> OtherState);

/// <summary>The kinds of emitted equality.</summary>
internal enum EqualityForm
{
    /// <summary>None: the compiler's own is right already, or the user wrote one.</summary>
    None,

    /// <summary><c>Equals(T)</c> and the hash; the compiler makes the rest of a record.</summary>
    Record,

    /// <summary>The same for a record that derives from another: the base compares its part.</summary>
    DerivedRecord,

    /// <summary>The full set of a class or struct, which is compared as a whole.</summary>
    Full,
}
