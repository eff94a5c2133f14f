namespace PyperCache.AotTests.Assertions;

/// <summary>A method to run.</summary>
/// <remarks>NUnit finds its tests and compares values by reflection over whatever it meets, which does not survive trimming. What stands in
/// this folder is the part of its vocabulary that the tests of models use, so that they compile here as they are.</remarks>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TestAttribute : Attribute;
