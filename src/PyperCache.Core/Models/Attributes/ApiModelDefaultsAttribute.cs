namespace PyperCache.Models;

/// <summary>Defaults for every <see cref="ApiModelAttribute"/> of the assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ApiModelDefaultsAttribute : Attribute
{
    /// <inheritdoc cref="ApiModelAttribute.Naming"/>
    public KeyNaming Naming { get; set; }
}
