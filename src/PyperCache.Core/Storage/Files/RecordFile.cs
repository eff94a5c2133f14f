using Microsoft.Win32.SafeHandles;

namespace PyperCache.Storage.Files;

/// <summary>A file that is read at places.</summary>
internal sealed class RecordFile(SafeFileHandle handle) : IDisposable
{
    public long Length => RandomAccess.GetLength(handle);

    public static RecordFile OpenForReading(string path) =>
        new(File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

    /// <summary>Fills the buffer from the offset on.</summary>
    /// <exception cref="EndOfStreamException">The file ends before.</exception>
    public void ReadExactly(long offset, Span<byte> buffer)
    {
        if (Read(offset, buffer) < buffer.Length)
            throw new EndOfStreamException(StorageMessages.FileShrank);
    }

    /// <summary>Reads as much as there is, up to the size of the buffer.</summary>
    public int Read(long offset, Span<byte> buffer)
    {
        int total = 0;
        int read;
        while (total < buffer.Length && (read = RandomAccess.Read(handle, buffer[total..], offset + total)) > 0)
            total += read;
        return total;
    }

    public void Dispose() => handle.Dispose();
}
