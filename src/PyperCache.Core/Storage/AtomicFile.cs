using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace PyperCache.Storage;

/// <summary>Creating, replacing and putting away files so that no crash leaves half of one.</summary>
internal static class AtomicFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Creates an empty file that only its owner can read, with the folders above it, unless there is one.</summary>
    /// <exception cref="StorageException">It cannot be created.</exception>
    public static void EnsureExists(string path)
    {
        if (File.Exists(path))
            return;
        if (Directory.Exists(path))
            throw new StorageException(StorageMessages.DirectoryInTheWay(path)) { Path = path };
        EnsureFolder(path);
        try
        {
            new FileStream(path, OwnerOnlyOptions(FileMode.CreateNew)).Dispose();
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was faster, which is as good.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(StorageMessages.CannotCreate(path, e.Message), e) { Path = path };
        }
    }

    /// <summary>Creates the folder of a file, with those above it, so that they outlast a loss of power.</summary>
    /// <exception cref="StorageException">It cannot be created.</exception>
    public static void EnsureFolder(string path)
    {
        try
        {
            CreateFolder(Path.GetDirectoryName(path)!);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(StorageMessages.CannotCreate(path, e.Message), e) { Path = path };
        }
    }

    /// <summary>Puts a complete file in the place of another, in one step that outlasts a loss of power if the file itself does.</summary>
    public static void Replace(string completePath, string path)
    {
        File.Move(completePath, path, overwrite: true);
        FolderSync.ToDisk(Path.GetDirectoryName(path)!);
    }

    /// <summary>Writes at a place in a file.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public static void Write(SafeFileHandle file, ReadOnlySpan<byte> bytes, long offset)
    {
        try
        {
            RandomAccess.Write(file, bytes, offset);
        }
        catch (ArgumentOutOfRangeException e)
        {
            // That is how .NET reports that the file system, or a quota, allows no longer file.
            throw new IOException(StorageMessages.FileTooLarge, e);
        }
    }

    /// <summary>How files are opened for writing that only their owner may read.</summary>
    public static FileStreamOptions OwnerOnlyOptions(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }

    /// <summary>Gives a file that cannot be read, and the files that belong to it, a new name beside the old one.</summary>
    /// <returns>The new name of the file.</returns>
    public static string SetAside(string path, TimeProvider time, IEnumerable<string> companions)
    {
        string newPath = NameForUnreadable(path, time);
        File.Move(path, newPath);
        foreach (string suffix in companions)
        {
            if (File.Exists(path + suffix))
                File.Move(path + suffix, newPath + suffix);
        }

        return newPath;
    }

    /// <summary>A name beside the path that is not taken.</summary>
    public static string NameForUnreadable(string path, TimeProvider time)
    {
        string stamp = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        string newPath = $"{path}.unreadable-{stamp}";
        for (int i = 2; Path.Exists(newPath); i++)
            newPath = $"{path}.unreadable-{stamp}-{i}";
        return newPath;
    }

    private static void CreateFolder(string folder)
    {
        if (Directory.Exists(folder))
            return;
        string? above = Path.GetDirectoryName(folder);
        if (above is not null)
            CreateFolder(above);
        Directory.CreateDirectory(folder);
        if (above is not null)
            FolderSync.ToDisk(above);
    }
}
