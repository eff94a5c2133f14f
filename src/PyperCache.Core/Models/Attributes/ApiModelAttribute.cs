namespace PyperCache.Models;

/// <summary>Makes a partial class, record or (readonly) record struct a model: the generator writes its hydrator, validator and <c>AsDict</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ApiModelAttribute : Attribute
{
    /// <summary>Whether a value that does not fit its member makes hydration throw <see cref="ApiModelValidationException"/>. Off, the member keeps its initializer or default.</summary>
    public bool Validate { get; set; }

    /// <summary>Whether a missing key is an error, for every member that has no initializer or default and is no <see cref="Optional{T}"/>.</summary>
    public bool Strict { get; set; }

    /// <summary>How raw keys are made from member names where no <see cref="AliasAttribute"/> names them. Default: the assembly's <see cref="ApiModelDefaultsAttribute"/>, else <see cref="KeyNaming.CamelCase"/>.</summary>
    public KeyNaming Naming { get; set; }

    /// <summary>Whether the payload is kept beside the values, so that unknown keys and unchanged texts come back from <c>AsDict</c> and <c>ToJson</c>. Default: true.</summary>
    public bool KeepRaw { get; set; } = true;

    /// <summary>The name under which caches remember the model as a cast. Null: the full name of the type.</summary>
    public string? Name { get; set; }
}
