using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PyperCache.Storage;

/// <summary>Makes names durable. A file that was created or renamed has reached the disk only when its folder has: see fsync(2).</summary>
internal static partial class FolderSync
{
    private const int ReadOnly = 0;

    /// <summary>Waits until the names in a folder are on the disk. On Windows that is the file system's own affair.</summary>
    /// <remarks>A folder that its user may write to but not list cannot be opened for this; its names reach the disk when the system writes them.</remarks>
    /// <exception cref="IOException">The disk did not take them.</exception>
    public static void ToDisk(string folder)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var handle = new SafeFileHandle(Open(folder, ReadOnly), ownsHandle: true);
        if (!handle.IsInvalid)
            RandomAccess.FlushToDisk(handle);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Open(string path, int flags);
}
