using System.Collections;

namespace PyperCache.AotTests.Assertions;

/// <summary>What a value must be.</summary>
internal sealed class Constraint(string description, Func<object?, bool> holds)
{
    public string Description => description;

    public ConstraintBuilder And => new(this);

    public bool Holds(object? actual) => holds(actual);

    public static string Describe(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(Describe))}]",
        _ => $"{value} ({value.GetType().Name})",
    };
}
