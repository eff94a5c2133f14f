namespace PyperCache.Storage.Files;

/// <summary>Opens a file for this store alone: no other process, and no other store of this one.</summary>
internal static class FileLock
{
    private const int Attempts = 50;

    /// <summary>Opens the file, creating it when there is none, and keeps others out until the stream is closed.</summary>
    /// <returns>Null when another holds it.</returns>
    /// <exception cref="IOException">The file cannot be opened at all.</exception>
    public static FileStream? TryTake(string path)
    {
        for (int i = 0; i < Attempts; i++)
        {
            if (TryOpen(path) is not { } stream)
                return null;
            if (IsStillAt(stream, path))
                return stream;

            // Its holder deleted it, as holders do when they close, after we opened it and before we had the lock.
            stream.Dispose();
        }

        return null;
    }

    private static FileStream? TryOpen(string path)
    {
        try
        {
            FileStreamOptions options = AtomicFile.OwnerOnlyOptions(FileMode.OpenOrCreate);
            options.Share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;
            options.BufferSize = 0;
            return new FileStream(path, options);
        }
        catch (IOException e) when (e.GetType() == typeof(IOException) && File.Exists(path) && IsSharingViolation(e))
        {
            return null;
        }
    }

    /// <summary>EWOULDBLOCK of flock on Unix (11 on Linux, 35 on macOS), ERROR_SHARING_VIOLATION on Windows.</summary>
    private static bool IsSharingViolation(IOException e) => (e.HResult & 0xffff) is 11 or 35 or 32;

    /// <summary>Whether the path names the very file that is open: marks it with an odd time and looks for that under the path.</summary>
    private static bool IsStillAt(FileStream stream, string path)
    {
        DateTime mark = DateTime.UnixEpoch.AddSeconds(2 * Random.Shared.Next(int.MaxValue / 4));
        File.SetLastWriteTimeUtc(stream.SafeFileHandle, mark);
        return File.GetLastWriteTimeUtc(path) == mark;
    }
}
