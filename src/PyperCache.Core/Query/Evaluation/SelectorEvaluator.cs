using System.Text.Json;
using PyperCache.Json;
using PyperCache.Query.Syntax;

namespace PyperCache.Query.Evaluation;

/// <summary>Applies a selector to a payload, up to the first step that has to look at many values; those are left to an <see cref="ElementScanner"/>.</summary>
internal static class SelectorEvaluator
{
    /// <param name="plan">The selector.</param>
    /// <param name="json">The payload.</param>
    /// <param name="start">The offset of the value to start from; -1 for none.</param>
    /// <param name="origin">
    /// What to call that value in messages; empty for the payload itself. Null: a path through something that is no object is no error,
    /// but comes to nothing.
    /// </param>
    /// <param name="index">What is known of the payload already, or null.</param>
    /// <exception cref="SelectorNavigationException">The path leads through something that is no object.</exception>
    /// <exception cref="JsonException">The JSON is malformed.</exception>
    public static Outcome Evaluate(SelectorPlan plan, ReadOnlySpan<byte> json, int start, string? origin, MemberIndex? index = null)
    {
        if (start < 0)
            return Outcome.Unset;
        var cursor = new JsonCursor(json) { Position = start };
        if (!PathFinder.TryFind(ref cursor, plan.Path, index, out int walked, out JsonValueKind kind))
            return kind == JsonValueKind.Object || origin is null ? Outcome.Unset : throw NavigationFaults.NotAnObject(plan, walked, kind, origin);

        for (int i = 0; i < plan.Steps.Length; i++)
        {
            if (kind == JsonValueKind.Array)
                return new Outcome(cursor.Position, kind, plan.OfElements(i));
            if (kind != JsonValueKind.Object)
                return Outcome.Unset;
            if (plan.Steps[i] is FilterStep)
                return new Outcome(cursor.Position, kind, plan.OfMembers(i));
            (int here, int depth) = (cursor.Position, cursor.Depth);
            if (!PathFinder.TryFind(ref cursor, plan.StepPaths[i], index, out _, out JsonValueKind found))
                return Outcome.Unset;
            if (plan.Steps[i] is PluckStep)
                kind = found;
            else
                (cursor.Position, cursor.Depth) = (here, depth);
        }

        return new Outcome(cursor.Position, kind, null);
    }
}
