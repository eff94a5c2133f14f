using System.Text.Json;
using PyperCache.Query.Syntax;

namespace PyperCache.Query.Evaluation;

/// <summary>All texts about paths that lead through something that is no object.</summary>
internal static class NavigationFaults
{
    public static SelectorNavigationException NotAnObject(SelectorPlan plan, int walked, JsonValueKind met, string origin)
    {
        string[] keys = Array.ConvertAll(plan.Path, pattern => pattern.Text);
        string path = Join(keys.AsSpan(0, walked));
        string rest = Join(keys.AsSpan(walked));
        string place = path.Length > 0 ? $"'{path}'" : origin.Length > 0 ? $"The root '{origin}'" : "The payload";
        string message = $"{place} is {Describe(met)}, so '{rest}' cannot be followed from it. {Advice(path, keys[walked], rest, met)}";
        return new SelectorNavigationException(message, path, keys[walked], met);
    }

    private static string Advice(string path, string key, string rest, JsonValueKind met)
    {
        if (met != JsonValueKind.Array)
            return $"Write '{path}?{rest}*' where the value may be something else than an object: the result is then unset.";
        return SelectorPrinter.IsInteger(key)
            ? $"Arrays are not indexed: take the first element with First(\"{path}\"), or filter with '{path}?key=value'."
            : $"Write '{path}?{rest}*' to collect it from every element, '{path}?key=value' to filter, or use First for the first match.";
    }

    private static string Describe(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "a boolean",
    };

    private static string Join(ReadOnlySpan<string> keys)
    {
        var quoted = new List<string>();
        foreach (string key in keys)
            quoted.Add(SelectorPrinter.Quote(key));
        return string.Join('.', quoted);
    }
}
