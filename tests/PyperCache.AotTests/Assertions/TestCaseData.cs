namespace PyperCache.AotTests.Assertions;

/// <summary>The arguments of one run.</summary>
internal sealed class TestCaseData(params object?[]? arguments)
{
    public object?[] Arguments { get; } = arguments ?? [null];

    /// <summary>Names are for those who look at a tree of tests.</summary>
    public TestCaseData SetArgDisplayNames(params string[] names) => names.Length > 0 ? this : throw new ArgumentException("No names.", nameof(names));
}
