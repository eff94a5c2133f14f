using System.Text.Json;

namespace PyperCache.Query.Evaluation;

/// <summary>What a selector comes to: nothing, one value of the payload, or the matches of a plan in an array or object.</summary>
/// <param name="Start">The offset of the value, or of the array or object; -1 for nothing.</param>
/// <param name="Kind">The kind of the value there.</param>
/// <param name="Plan">What the elements must match, or null for the value itself.</param>
internal readonly record struct Outcome(int Start, JsonValueKind Kind, ElementPlan? Plan)
{
    public static Outcome Unset => new(-1, JsonValueKind.Undefined, null);

    public bool IsUnset => Start < 0;

    public bool IsNull => Plan is null && Kind == JsonValueKind.Null;

    /// <summary>Whether there are several values: matches, or the elements of an array.</summary>
    public bool IsList => Plan is not null || Kind == JsonValueKind.Array;
}
