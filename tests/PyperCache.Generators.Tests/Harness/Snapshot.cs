using System.Runtime.CompilerServices;

namespace PyperCache.Generators.Tests.Harness;

/// <summary>Compares a text with the file <c>Class.Test.verified.cs</c> beside the test; on a difference writes <c>….received.cs</c> there.</summary>
/// <remarks>The file convention of Verify. To accept, rename the received file; with PYPERCACHE_ACCEPT=1 in the environment a run accepts all.</remarks>
internal static class Snapshot
{
    public static void Match(string actual, [CallerFilePath] string file = "", [CallerMemberName] string test = "")
    {
        string stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{test}");
        string verified = stem + ".verified.cs";
        string received = stem + ".received.cs";
        actual = actual.ReplaceLineEndings("\n");
        string? expected = File.Exists(verified) ? File.ReadAllText(verified).ReplaceLineEndings("\n") : null;
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }

        if (Environment.GetEnvironmentVariable("PYPERCACHE_ACCEPT") == "1")
        {
            File.WriteAllText(verified, actual);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.That(actual, Is.EqualTo(expected ?? ""), $"differs from {Path.GetFileName(verified)}; see {Path.GetFileName(received)}");
    }
}
