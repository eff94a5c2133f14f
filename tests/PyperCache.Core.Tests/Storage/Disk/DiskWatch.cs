using System.Diagnostics;

namespace PyperCache.Core.Tests.Storage;

/// <summary>A library that tells what a process asks of the disk, compiled where there is a C compiler.</summary>
internal static class DiskWatch
{
    private static readonly Lazy<string?> s_library = new(Compile);

    /// <summary>The path of the library. The test is ignored where it cannot be had.</summary>
    public static string Library
    {
        get
        {
            if (s_library.Value is null)
                Assert.Ignore("Only Linux with a C compiler can tell what reaches the disk.");
            return s_library.Value!;
        }
    }

    private static string? Compile()
    {
        if (!OperatingSystem.IsLinux())
            return null;
        string folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Storage", "Disk");
        string library = Path.Combine(folder, "disk-watch.so");
        return new[] { "cc", "clang", "gcc" }.Any(compiler => Runs(compiler, ["-shared", "-fPIC", "-o", library, Path.Combine(folder, "disk-watch.c"), "-ldl"])) ? library : null;
    }

    private static bool Runs(string program, string[] arguments)
    {
        try
        {
            using Process process = Process.Start(program, arguments);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
