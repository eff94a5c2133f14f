using System.ComponentModel;

namespace PyperCache.Models.Generated;

/// <summary>Compares values as their type sees them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Values
{
    /// <summary>Whether two values are equal.</summary>
    public static bool Same<T>(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);
}
