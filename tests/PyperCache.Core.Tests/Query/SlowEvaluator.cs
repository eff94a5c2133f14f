using System.Globalization;
using System.Text.Json;
using PyperCache.Query.Syntax;

namespace PyperCache.Core.Tests.Query;

/// <summary>Section by section what the language says, over a document, with no thought of speed.</summary>
internal static class SlowEvaluator
{
    /// <returns>Null when the selector comes to nothing; a list of pairs or values, or one value.</returns>
    public static object? Evaluate(SelectorSyntax selector, JsonElement payload)
    {
        object? value = payload;
        foreach (SelectorKey key in selector.Path?.Keys ?? [])
        {
            if (value is not JsonElement { ValueKind: JsonValueKind.Object } here)
                throw new SlowNavigationException();
            if (!here.TryGetProperty(key.Text, out JsonElement next))
                return null;
            value = next;
        }

        foreach (SelectorStep step in selector.Steps)
            value = value is null ? null : Apply(step, value);
        return value;
    }

    private static object? Apply(SelectorStep step, object value) => value switch
    {
        List<object> list => ApplyToList(step, list),
        JsonElement { ValueKind: JsonValueKind.Array } array => ApplyToList(step, array.EnumerateArray().Select(e => (object)e).ToList()),
        JsonElement { ValueKind: JsonValueKind.Object } item => ApplyToObject(step, item),
        _ => null,
    };

    private static List<object> ApplyToList(SelectorStep step, List<object> list) => step switch
    {
        PluckStep => Pluck(list, step.Path),
        FilterStep filter => Pluck(list.Where(item => item is JsonElement e && Matches(filter, e)), filter.Tail),
        _ => list.Where(item => item is JsonElement e && Find(e, step.Path) is not null).ToList(),
    };

    private static object? ApplyToObject(SelectorStep step, JsonElement item) => step switch
    {
        PluckStep => Find(item, step.Path),
        FilterStep filter => Pluck(LastMembers(item).Where(m => Matches(filter, m.Value)).Select(m => (object)new SlowPair(m.Name, m.Value)), filter.Tail),
        _ => Find(item, step.Path) is null ? null : item,
    };

    /// <summary>Of members with one name the last wins, whether or not it matches.</summary>
    private static IEnumerable<JsonProperty> LastMembers(JsonElement item) =>
        Enumerable.Reverse([.. item.EnumerateObject()]).DistinctBy(static m => m.Name).Reverse();

    private static List<object> Pluck(IEnumerable<object> items, SelectorPath? tail)
    {
        if (tail is null)
            return items.ToList();
        return items.Select(item => (object?)Find(item is SlowPair pair ? pair.Value : (JsonElement)item, tail)).OfType<object>().ToList();
    }

    private static JsonElement? Find(JsonElement value, SelectorPath path)
    {
        foreach (SelectorKey key in path.Keys)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(key.Text, out value))
                return null;
        }

        return value;
    }

    private static bool Matches(FilterStep filter, JsonElement item)
    {
        if (Find(item, filter.Path) is not JsonElement found)
            return false;
        return filter.Value.Kind switch
        {
            SelectorValueKind.Text => found.ValueKind == JsonValueKind.String && found.GetString() == filter.Value.Text,
            SelectorValueKind.Number => found.ValueKind == JsonValueKind.Number && found.GetDecimal() == decimal.Parse(filter.Value.Text, NumberStyles.Float, CultureInfo.InvariantCulture),
            SelectorValueKind.True => found.ValueKind == JsonValueKind.True,
            SelectorValueKind.False => found.ValueKind == JsonValueKind.False,
            _ => found.ValueKind == JsonValueKind.Null,
        };
    }
}

/// <summary>A member that a filter on an object has kept.</summary>
internal sealed record SlowPair(string Key, JsonElement Value);

/// <summary>A plain path leads through something that is no object.</summary>
internal sealed class SlowNavigationException : Exception;
