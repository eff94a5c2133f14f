namespace PyperCache.Storage.Files;

/// <summary>Turns what the file system throws into exceptions that say what can be done.</summary>
internal static class StorageExceptions
{
    private const int NoSpaceUnix = 28;
    private const int QuotaLinux = 122;
    private const int DiskFullWindows = 112;

    public static StorageException Writing(string path, Exception cause) => cause switch
    {
        UnauthorizedAccessException => new StorageException(StorageMessages.ReadOnly(path), cause) { Path = path },
        IOException when (cause.HResult & 0xffff) is NoSpaceUnix or QuotaLinux or DiskFullWindows =>
            new StorageException(StorageMessages.DiskFull(path), cause) { Path = path },
        _ => new StorageException(StorageMessages.Failed(path, "write", cause.Message), cause) { Path = path },
    };
}
