using System.Collections;

namespace PyperCache.AotTests.Assertions;

/// <summary>Puts constraints together: of the value, of a number about it, of each of its elements, or of the contrary.</summary>
internal sealed class ConstraintBuilder(Constraint? first, string prefix, Func<object?, Func<object?, bool>, bool> over)
{
    public ConstraintBuilder(Constraint? first)
        : this(first, "", static (actual, holds) => holds(actual))
    {
    }

    public Constraint True => EqualTo(true);

    public Constraint False => EqualTo(false);

    public Constraint Null => Of("null", static a => a is null);

    public Constraint Zero => EqualTo(0);

    public Constraint NaN => Of("NaN", static a => a is double.NaN or float.NaN);

    public Constraint Empty => Of("empty", static a => a is IEnumerable items && !items.Cast<object?>().Any());

    public ConstraintBuilder Not => new(first, prefix + "not ", (actual, holds) => over(actual, a => !holds(a)));

    public Constraint EqualTo(object? expected) => Of(Constraint.Describe(expected), a => Equality.AreEqual(a, expected));

    public Constraint SameAs(object? expected) => Of("the same object as " + Constraint.Describe(expected), a => ReferenceEquals(a, expected));

    public Constraint EquivalentTo(IEnumerable expected) => Of(Constraint.Describe(expected) + " in any order", a => Equality.AreEquivalent((IEnumerable)a!, expected));

    public Constraint InstanceOf<T>() => Of(typeof(T).Name, static a => a is T);

    public Constraint Contain(string part) => Of($"a text with \"{part}\"", a => a is string text && text.Contains(part, StringComparison.Ordinal));

    public Constraint EndWith(string part) => Of($"a text that ends with \"{part}\"", a => a is string text && text.EndsWith(part, StringComparison.Ordinal));

    public Constraint StartWith(string part) => Of($"a text that starts with \"{part}\"", a => a is string text && text.StartsWith(part, StringComparison.Ordinal));

    public Constraint LessThan(IComparable limit) => Of("less than " + limit, a => ((IComparable)a!).CompareTo(limit) < 0);

    private Constraint Of(string description, Func<object?, bool> holds)
    {
        string all = first is null ? prefix + description : $"{first.Description} and {prefix}{description}";
        return new Constraint(all, actual => first?.Holds(actual) != false && over(actual, holds));
    }
}
