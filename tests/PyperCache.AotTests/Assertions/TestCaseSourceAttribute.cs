namespace PyperCache.AotTests.Assertions;

/// <summary>A method to run with what a static method of the same class gives.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TestCaseSourceAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}
