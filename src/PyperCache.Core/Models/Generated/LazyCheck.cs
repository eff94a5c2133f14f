using System.ComponentModel;

namespace PyperCache.Models.Generated;

/// <summary>When the slice of a lazy member is checked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum LazyCheck
{
    /// <summary>Never: the model tolerates mismatches, and a slice that does not fit gives the default value.</summary>
    Never,

    /// <summary>When the model is hydrated; the slice is not hydrated by that.</summary>
    AtConstruction,

    /// <summary>When the value is asked for.</summary>
    AtValue,
}
