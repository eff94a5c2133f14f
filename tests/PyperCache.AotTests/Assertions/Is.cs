using System.Collections;

namespace PyperCache.AotTests.Assertions;

/// <summary>What a value is.</summary>
internal static class Is
{
    private static readonly ConstraintBuilder s_plain = new(first: null);

    public static Constraint True => s_plain.True;

    public static Constraint False => s_plain.False;

    public static Constraint Null => s_plain.Null;

    public static Constraint Zero => s_plain.Zero;

    public static Constraint NaN => s_plain.NaN;

    public static Constraint Empty => s_plain.Empty;

    public static ConstraintBuilder Not => s_plain.Not;

    public static ConstraintBuilder All { get; } = new(null, "all ", static (actual, holds) => ((IEnumerable)actual!).Cast<object?>().All(holds));

    public static Constraint EqualTo(object? expected) => s_plain.EqualTo(expected);

    public static Constraint SameAs(object? expected) => s_plain.SameAs(expected);

    public static Constraint EquivalentTo(IEnumerable expected) => s_plain.EquivalentTo(expected);

    public static Constraint InstanceOf<T>() => s_plain.InstanceOf<T>();

    public static Constraint LessThan(IComparable limit) => s_plain.LessThan(limit);
}
