using PyperCache.Storage.Files;

namespace PyperCache.Storage.Chunked;

/// <summary>Holds back what is found in a chunk until the chunk has been read to its end: a damaged one counts for nothing.</summary>
internal sealed class ChunkContent(Func<string, bool> counts) : IRecordSink
{
    private readonly List<(string Key, Place Place)> _found = [];
    private readonly List<(string Key, ReadOnlyMemory<byte> Record)> _copied = [];
    private readonly List<(string Key, string Reason)> _unreadable = [];

    /// <summary>How many records there are, those that the manifest does not look for here included.</summary>
    public int Total { get; private set; }

    void IRecordSink.Found(string key, Place place)
    {
        Total++;
        if (counts(key))
            _found.Add((key, place));
    }

    Place IRecordSink.Found(string key, ReadOnlyMemory<byte> record)
    {
        Total++;
        if (counts(key))
            _copied.Add((key, record));
        return default;
    }

    void IRecordSink.Unreadable(string key, string reason)
    {
        Total++;
        if (counts(key))
            _unreadable.Add((key, reason));
    }

    /// <summary>Tells another sink what was found.</summary>
    /// <returns>Where the records that were copied begin in the spool; -1 when there are none.</returns>
    public long PassOn(IRecordSink sink)
    {
        long spoolStart = -1;
        foreach ((string key, Place place) in _found)
            sink.Found(key, place);
        foreach ((string key, ReadOnlyMemory<byte> record) in _copied)
        {
            Place place = sink.Found(key, record);
            if (spoolStart < 0)
                spoolStart = place.Offset;
        }

        foreach ((string key, string reason) in _unreadable)
            sink.Unreadable(key, reason);
        return spoolStart;
    }
}
