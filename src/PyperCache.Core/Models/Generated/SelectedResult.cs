using System.ComponentModel;

namespace PyperCache.Models.Generated;

/// <summary>What became of a field behind a selector.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum SelectedResult
{
    /// <summary>The selector found nothing.</summary>
    Missing,

    /// <summary>It found a value that does not fit.</summary>
    Mismatch,

    /// <summary>The value was read.</summary>
    Read,
}
