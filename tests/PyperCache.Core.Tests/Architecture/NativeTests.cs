using System.Reflection;

namespace PyperCache.Core.Tests.Architecture;

/// <summary>The tests of models also run as native code, where nobody looks for them: they are listed.</summary>
public sealed class NativeTests
{
    [Test]
    public void Every_class_of_tests_of_models_is_listed()
    {
        string list = File.ReadAllText(Path.Combine(SourceTree.Root, "tests", "PyperCache.AotTests", "Fixtures.cs"));
        IEnumerable<string> fixtures = typeof(NativeTests).Assembly.GetTypes()
            .Where(static type => type.Namespace == "PyperCache.Core.Tests.Models" && type.GetMethods().Any(static m => m.GetCustomAttributes<NUnitAttribute>().Any()))
            .Select(static type => type.Name);
        Assert.That(fixtures.Where(name => !list.Contains($"Fixture.Of<{name}>()", StringComparison.Ordinal)), Is.Empty);
    }
}
