using System.Collections;

namespace PyperCache.AotTests.Assertions;

/// <summary>What a collection has.</summary>
internal static class Has
{
    public static ConstraintBuilder Count { get; } = new(null, "a count of ", static (actual, holds) => holds(((IEnumerable)actual!).Cast<object?>().Count()));

    public static ConstraintBuilder Length => Count;
}
