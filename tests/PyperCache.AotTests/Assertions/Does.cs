namespace PyperCache.AotTests.Assertions;

/// <summary>What a text does.</summary>
internal static class Does
{
    private static readonly ConstraintBuilder s_plain = new(first: null);

    public static ConstraintBuilder Not => s_plain.Not;

    public static Constraint Contain(string part) => s_plain.Contain(part);

    public static Constraint EndWith(string part) => s_plain.EndWith(part);

    public static Constraint StartWith(string part) => s_plain.StartWith(part);
}
