using System.Collections;
using System.Globalization;

namespace PyperCache.AotTests.Assertions;

/// <summary>When two values are equal for a test: numbers by value, collections by their elements.</summary>
internal static class Equality
{
    public static bool AreEqual(object? left, object? right)
    {
        if (left is null || right is null || left is string)
            return Equals(left, right);
        if (left is IDictionary l && right is IDictionary r)
            return l.Count == r.Count && l.Keys.Cast<object>().All(key => r.Contains(key) && AreEqual(l[key], r[key]));
        if (left is IEnumerable leftItems && right is IEnumerable rightItems)
            return AreSequences(leftItems, rightItems);
        return Equals(left, right) || (left.GetType() != right.GetType() && IsNumber(left) && IsNumber(right) && ToDecimal(left) == ToDecimal(right));
    }

    public static bool AreEquivalent(IEnumerable left, IEnumerable right)
    {
        List<object?> rest = [.. right.Cast<object?>()];
        foreach (object? item in left)
        {
            int index = rest.FindIndex(other => AreEqual(item, other));
            if (index < 0)
                return false;
            rest.RemoveAt(index);
        }

        return rest.Count == 0;
    }

    private static bool AreSequences(IEnumerable left, IEnumerable right)
    {
        object?[] l = [.. left.Cast<object?>()], r = [.. right.Cast<object?>()];
        return l.Length == r.Length && l.Zip(r).All(static pair => AreEqual(pair.First, pair.Second));
    }

    private static bool IsNumber(object value) => value is sbyte or byte or short or ushort or int or uint or long or ulong or float or double or decimal;

    private static decimal ToDecimal(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture);
}
