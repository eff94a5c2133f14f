namespace PyperCache.Logging;

/// <summary>Reads a file line by line, holding one line at a time.</summary>
internal static class LineReader
{
    private const int BufferSize = 64 * 1024;

    /// <summary>The lines without their line feeds. Each is valid until the next is asked for.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Lines(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        byte[] buffer = new byte[BufferSize];
        int filled = 0;
        int read;
        while ((read = stream.Read(buffer, filled, buffer.Length - filled)) > 0)
        {
            int start = 0;
            int searched = filled;
            filled += read;
            while (buffer.AsSpan(searched, filled - searched).IndexOf((byte)'\n') is var found and >= 0)
            {
                yield return buffer.AsMemory(start, searched + found - start);
                start = searched = searched + found + 1;
            }

            filled -= start;
            Buffer.BlockCopy(buffer, start, buffer, 0, filled);
            if (filled == buffer.Length)
                Array.Resize(ref buffer, buffer.Length * 2);
        }

        if (filled > 0)
            yield return buffer.AsMemory(0, filled);
    }
}
