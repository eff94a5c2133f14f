namespace PyperCache.Generators.Model.Models;

/// <summary>When the members of a model can come to say something else than the payload that it was hydrated from.</summary>
internal enum Mutability
{
    /// <summary>At any time, or nobody can tell.</summary>
    Anytime,

    /// <summary>In a copy made by <c>with</c>.</summary>
    ByCopy,

    /// <summary>Never; but values in them may change.</summary>
    Never,
}
