using System.Diagnostics;
using PyperCache.AotTests;

// The tests of models, as native code: dotnet publish tests/PyperCache.AotTests -o artifacts/aot-tests && artifacts/aot-tests/PyperCache.AotTests
long start = Stopwatch.GetTimestamp();
int passed = 0, failed = 0;
foreach (TestMethod test in Fixtures.All.SelectMany(static fixture => fixture.Tests))
{
    List<string> faults = await test.RunAsync();
    bool fits = faults.Count == 0;
    _ = fits ? passed++ : failed++;
    Console.WriteLine($"{(fits ? "ok    " : "FAILED")}  {test.Name}");
    foreach (string fault in faults)
        Console.WriteLine(fault);
}

// Under the JIT the host hands over the list of assemblies; a native program has none.
string kind = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") is null ? "as native code" : "under the JIT";
Console.WriteLine($"{passed} of {passed + failed} tests ok {kind}, in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
return failed == 0 ? 0 : 1;
