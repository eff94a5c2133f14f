using PyperCache.Json;

namespace PyperCache.Query.Evaluation;

/// <summary>Collects what an outcome stands for: the matches of a plan, or the elements of an array.</summary>
internal static class MatchCollector
{
    private const int StackSlots = 32;

    /// <summary>All values, in the order of the payload. A value that is no list is the only one; null and nothing are none.</summary>
    public static List<JsonSlice> Collect(ReadOnlySpan<byte> json, Outcome outcome)
    {
        var slices = new List<JsonSlice>();
        if (outcome.Plan is { } plan)
            CollectMatches(json, outcome.Start, plan, slices);
        else if (outcome.IsList)
            CollectElements(json, outcome.Start, slices);
        else if (!outcome.IsUnset && !outcome.IsNull)
            slices.Add(new JsonSlice(outcome.Start, JsonMoves.EndOfValue(json, outcome.Start)));
        return slices;
    }

    /// <summary>The first of many values.</summary>
    /// <returns>False when there is none.</returns>
    public static bool TryFirst(ReadOnlySpan<byte> json, Outcome outcome, out JsonSlice first)
    {
        first = default;
        if (outcome.Plan is { OfMembers: false } plan)
        {
            Span<int> slots = plan.SlotCount <= StackSlots ? stackalloc int[StackSlots] : new int[plan.SlotCount];
            var scanner = new ElementScanner(json, outcome.Start, plan, slots);
            return scanner.MoveNext(out first);
        }

        // An array need not be read to its end. An object must: a later duplicate of the first member would win over it.
        if (outcome.Plan is null && outcome.IsList)
            return TryFirstElement(json, outcome.Start, out first);
        List<JsonSlice> all = Collect(json, outcome);
        if (all.Count > 0)
            first = all[0];
        return all.Count > 0;
    }

    private static void CollectMatches(ReadOnlySpan<byte> json, int container, ElementPlan plan, List<JsonSlice> slices)
    {
        Span<int> slots = plan.SlotCount <= StackSlots ? stackalloc int[StackSlots] : new int[plan.SlotCount];
        var scanner = new ElementScanner(json, container, plan, slots);
        while (scanner.MoveNext(out JsonSlice match))
            slices.Add(match.End > 0 ? match : match with { End = JsonMoves.EndOfValue(json, match.Start) });
        if (plan.OfMembers && slices.Count > 0)
            DuplicateMembers.Remove(json, container, slices);
    }

    private static void CollectElements(ReadOnlySpan<byte> json, int array, List<JsonSlice> slices)
    {
        var cursor = new JsonCursor(json) { Position = array };
        bool started = false;
        cursor.BeginArray();
        while (cursor.NextElement(ref started))
            slices.Add(ReadSlice(ref cursor));
    }

    private static bool TryFirstElement(ReadOnlySpan<byte> json, int array, out JsonSlice first)
    {
        var cursor = new JsonCursor(json) { Position = array };
        bool started = false;
        cursor.BeginArray();
        bool any = cursor.NextElement(ref started);
        first = any ? ReadSlice(ref cursor) : default;
        return any;
    }

    private static JsonSlice ReadSlice(ref JsonCursor cursor)
    {
        cursor.Peek();
        int start = cursor.Position;
        cursor.Skip();
        return new JsonSlice(start, cursor.Position);
    }
}
