using PyperCache.Storage.Files;

namespace PyperCache.Storage.JsonFile;

/// <summary>The <c>.json</c> file: one object, a member for each record.</summary>
internal sealed class JsonFileSnapshot(string path) : SingleFileSnapshot(path)
{
    public override IRecordFormat Format => JsonFileFormat.Instance;

    protected override void Scan(RecordFile file, IRecordSink sink)
    {
        var window = new FileWindow(file);
        Expect(window, '{');
        if (Next(window) == '}')
        {
            window.Advance(1);
            ExpectEnd(window);
            return;
        }

        char after;
        do
        {
            if (Next(window) != '"')
                throw Damaged(window);
            ScanRecord(window, sink);
            after = Next(window);
            window.Advance(1);
        }
        while (after == ',');

        if (after != '}')
            throw Damaged(window);
        ExpectEnd(window);
    }

    protected override void Begin(SnapshotWriter writer) => writer.Write("{"u8);

    protected override Place WriteRecord(SnapshotWriter writer, IFoldSource source, Place place, bool isFirst)
    {
        if (!isFirst)
            writer.Write(", "u8);
        long start = writer.Position;
        if (place.File != Place.Journal)
        {
            writer.Write(source.ReadRaw(place).Span);
        }
        else
        {
            (string key, DecodedRecord record) = source.Read(place);
            JsonFileFormat.Write(writer, key, record);
        }

        return new Place(Place.FirstSnapshot, start, checked((int)(writer.Position - start)));
    }

    protected override void End(SnapshotWriter writer) => writer.Write("}"u8);

    /// <summary>Reads past one record, key and value, and tells where it lies.</summary>
    private static void ScanRecord(FileWindow window, IRecordSink sink)
    {
        long start = window.Offset;
        int end;
        while ((end = EndOfRecord(window.Bytes)) < 0)
        {
            if (!window.ReadMore())
                throw Damaged(window);
        }

        ReadOnlySpan<byte> record = window.Bytes[..end];
        if (!JsonFileFormat.Instance.TryReadKey(record, out string? key))
            throw Damaged(window);
        if (record[^1] == '}')
            sink.Found(key, new Place(Place.FirstSnapshot, start, end));
        else
            sink.Unreadable(key, StorageMessages.NoData);
        window.Advance(end);
    }

    /// <summary>The length of the record that begins the bytes; -1 when more bytes are needed to see it.</summary>
    private static int EndOfRecord(ReadOnlySpan<byte> bytes)
    {
        int at = JsonScanner.EndOfString(bytes, 0);
        if (at < 0 || (at = JsonScanner.SkipWhiteSpace(bytes, at)) < 0)
            return -1;
        if (bytes[at] != ':')
            throw new FormatException(StorageMessages.NotAJsonCache);
        at = JsonScanner.SkipWhiteSpace(bytes, at + 1);
        return at < 0 ? -1 : JsonScanner.EndOfValue(bytes, at);
    }

    private static void Expect(FileWindow window, char expected)
    {
        if (Next(window) != expected)
            throw Damaged(window);
        window.Advance(1);
    }

    /// <summary>The next character that is no white space; the window stands at it.</summary>
    private static char Next(FileWindow window)
    {
        int found;
        while ((found = JsonScanner.SkipWhiteSpace(window.Bytes, 0)) < 0)
        {
            window.Advance(window.Bytes.Length);
            if (!window.ReadMore())
                throw Damaged(window);
        }

        window.Advance(found);
        return (char)window.Bytes[0];
    }

    private static void ExpectEnd(FileWindow window)
    {
        do
        {
            if (JsonScanner.SkipWhiteSpace(window.Bytes, 0) >= 0)
                throw Damaged(window);
            window.Advance(window.Bytes.Length);
        }
        while (window.ReadMore());
    }

    private static FormatException Damaged(FileWindow window) => new(StorageMessages.DamagedAt(window.Offset));
}
