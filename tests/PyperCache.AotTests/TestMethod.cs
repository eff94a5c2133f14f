using System.Reflection;

namespace PyperCache.AotTests;

/// <summary>A test and the arguments with which it is run, each time on a new object.</summary>
internal sealed class TestMethod(string name, Func<object> create, MethodInfo method, IReadOnlyList<object?[]> cases)
{
    public string Name => cases.Count == 1 ? name : $"{name} ({cases.Count} cases)";

    /// <summary>Runs every case; gives what went wrong.</summary>
    public async Task<List<string>> RunAsync()
    {
        List<string> faults = [];
        foreach (object?[] arguments in cases)
        {
            try
            {
                if (method.Invoke(create(), BindingFlags.DoNotWrapExceptions, null, arguments, null) is Task task)
                    await task;
            }
#pragma warning disable CA1031 // Whatever a test throws is its result, and the other tests still run.
            catch (Exception e)
#pragma warning restore CA1031
            {
                faults.Add($"        ({string.Join(", ", arguments)}) {e}");
            }
        }

        return faults;
    }
}
