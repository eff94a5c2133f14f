namespace PyperCache.AotTests.Assertions;

/// <summary>A method to run with arguments.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class TestCaseAttribute(params object?[]? arguments) : Attribute
{
    // A single null is an argument, not the absence of arguments.
    public object?[] Arguments { get; } = arguments ?? [null];

    public string? TestName { get; set; }
}
