using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace PyperCache.AotTests;

/// <summary>A class of tests.</summary>
internal sealed record Fixture(string Name, IReadOnlyList<TestMethod> Tests)
{
    private const DynamicallyAccessedMemberTypes Members = DynamicallyAccessedMemberTypes.PublicMethods | DynamicallyAccessedMemberTypes.NonPublicMethods;
    private const BindingFlags Sources = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    public static Fixture Of<[DynamicallyAccessedMembers(Members)] T>()
        where T : new()
    {
        List<TestMethod> tests = [];
        foreach (MethodInfo method in typeof(T).GetMethods())
        {
            if (CasesOf<T>(method) is { Count: > 0 } cases)
                tests.Add(new TestMethod($"{typeof(T).Name}.{method.Name}", () => new T(), method, cases));
        }

        return new Fixture(typeof(T).Name, tests);
    }

    /// <summary>The arguments of each run of a method; none for a method that is no test.</summary>
    private static List<object?[]> CasesOf<[DynamicallyAccessedMembers(Members)] T>(MethodInfo method)
    {
        List<object?[]> cases = [.. method.GetCustomAttributes<TestCaseAttribute>().Select(static c => c.Arguments)];
        if (method.GetCustomAttribute<TestCaseSourceAttribute>() is { } source)
            cases.AddRange(((IEnumerable<TestCaseData>)typeof(T).GetMethod(source.Name, Sources)!.Invoke(null, null)!).Select(static c => c.Arguments));
        if (method.GetCustomAttribute<TestAttribute>() is not null)
            cases.Add([]);
        return cases;
    }
}
