using System.ComponentModel;

namespace PyperCache.Models.Generated;

/// <summary>What a field asks of its payload beyond its shape.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum FieldRules
{
    /// <summary>A missing key leaves the member alone.</summary>
    Optional,

    /// <summary>A missing key is an error.</summary>
    MustExist,
}
