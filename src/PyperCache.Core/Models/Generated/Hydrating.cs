using System.ComponentModel;

namespace PyperCache.Models.Generated;

/// <summary>The first argument of an emitted constructor, which sets it apart from those of the user.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct Hydrating;
