using System.ComponentModel;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PyperCache.Logging;

/// <summary>A file that is only ever written at its end, also when several processes do so.</summary>
internal sealed partial class AppendFile : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly string _path;

    private AppendFile(SafeFileHandle handle, string path)
    {
        _handle = handle;
        _path = path;
    }

    public long Length => RandomAccess.GetLength(_handle);

    /// <summary>Opens the file, creating it readable by its owner alone.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    public static AppendFile Open(string path)
    {
        Create(path);
        var file = new AppendFile(OperatingSystem.IsWindows() ? OpenShared(path) : OpenUnix(path), path);

        // A process that died in the middle of a line left no line feed; the next line must not be lost with it.
        if (file.EndsInsideLine())
            file.Append("\n"u8);
        return file;
    }

    /// <summary>Whether the path still names this file: it may have been deleted, or put away by another process.</summary>
    public bool IsStillAtItsPath()
    {
        var now = new FileInfo(_path);
        return now.Exists && now.Length == Length;
    }

    /// <summary>Writes in one piece.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (!OperatingSystem.IsWindows())
        {
            // The descriptor has O_APPEND: the system puts the bytes at the end, whatever the offset says.
            RandomAccess.Write(_handle, bytes, Length);
            return;
        }

        using var stream = new FileStream(_path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        LockWholeFile(stream);
        stream.Seek(0, SeekOrigin.End);
        stream.Write(bytes);
    }

    public void Dispose() => _handle.Dispose();

    private static void Create(string path)
    {
        if (File.Exists(path))
            return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(path, options).Dispose();
    }

    private static SafeFileHandle OpenShared(string path) =>
        File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

    private static SafeFileHandle OpenUnix(string path)
    {
        const int ReadWrite = 2;
        int append = OperatingSystem.IsLinux() ? 0x400 : 0x8;
        int closeOnExec = OperatingSystem.IsLinux() ? 0x80000 : 0x1000000;
        nint descriptor = OpenDescriptor(path, ReadWrite | append | closeOnExec);
        if (descriptor >= 0)
            return new SafeFileHandle(descriptor, ownsHandle: true);
        int error = Marshal.GetLastPInvokeError();
        throw new IOException($"Cannot open the request log '{path}': {new Win32Exception(error).Message}");
    }

    private static void LockWholeFile(FileStream stream)
    {
        if (!OperatingSystem.IsWindows())
            return;
        var wait = new SpinWait();
        while (true)
        {
            try
            {
                stream.Lock(0, long.MaxValue);
                return;
            }
            catch (IOException) when (wait.Count < 100_000)
            {
                // Held by another process for the length of one write.
                wait.SpinOnce();
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int OpenDescriptor(string path, int flags);

    private bool EndsInsideLine()
    {
        Span<byte> last = stackalloc byte[1];
        long length = Length;
        return length > 0 && RandomAccess.Read(_handle, last, length - 1) == 1 && last[0] != (byte)'\n';
    }
}
