namespace PyperCache.Models.Registry;

/// <summary>Whether a cast is a type or a collection of it.</summary>
internal enum CastKind
{
    /// <summary>The type itself.</summary>
    Single,

    /// <summary>A list, array or other sequence of it.</summary>
    List,

    /// <summary>A dictionary from text to it.</summary>
    Dictionary,
}
