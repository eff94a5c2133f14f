using System.Globalization;

namespace PyperCache.Logging;

/// <summary>A log and the files that rotation put away: <c>name</c>, <c>name.1</c> (the youngest), <c>name.2</c> …</summary>
internal static class LogFiles
{
    /// <summary>The files that are there, the oldest first.</summary>
    public static IEnumerable<string> OldestFirst(string path)
    {
        int oldest = 0;
        while (File.Exists(Numbered(path, oldest + 1)))
            oldest++;
        for (int i = oldest; i >= 1; i--)
            yield return Numbered(path, i);
        yield return path;
    }

    /// <summary>The entries of a file in their order, one at a time. Lines that are no entries are passed over.</summary>
    public static IEnumerable<LogRecord> Read(string path)
    {
        if (!File.Exists(path))
            yield break;
        foreach (ReadOnlyMemory<byte> line in LineReader.Lines(path))
        {
            if (LogLine.TryParse(line, out LogRecord? record))
                yield return record;
        }
    }

    /// <summary>Puts the log away and makes room by dropping the oldest file, unless another process is doing so or has just done it.</summary>
    /// <param name="path">The log.</param>
    /// <param name="kept">How many files are kept.</param>
    /// <param name="length">The log is put away when it is longer than this.</param>
    public static void Rotate(string path, int kept, long length)
    {
        using FileStream? turn = TryTakeTurn(path + ".rotating");
        if (turn is null || !File.Exists(path) || new FileInfo(path).Length <= length)
            return;
        File.Delete(Numbered(path, Math.Max(kept, 0)));
        for (int i = kept - 1; i >= 1; i--)
        {
            if (File.Exists(Numbered(path, i)))
                File.Move(Numbered(path, i), Numbered(path, i + 1));
        }

        if (kept > 0)
            File.Move(path, Numbered(path, 1));
    }

    private static string Numbered(string path, int number) =>
        number == 0 ? path : path + "." + number.ToString(CultureInfo.InvariantCulture);

    private static FileStream? TryTakeTurn(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
