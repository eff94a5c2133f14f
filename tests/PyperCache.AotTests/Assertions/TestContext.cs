namespace PyperCache.AotTests.Assertions;

/// <summary>Where the test runs.</summary>
internal sealed class TestContext
{
    public static TestContext CurrentContext { get; } = new();

    public string TestDirectory { get; } = AppContext.BaseDirectory;
}
