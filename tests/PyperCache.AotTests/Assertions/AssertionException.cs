namespace PyperCache.AotTests.Assertions;

/// <summary>A value is not what a test expects.</summary>
internal sealed class AssertionException(string message) : Exception(message);
