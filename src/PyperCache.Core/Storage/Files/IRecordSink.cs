namespace PyperCache.Storage.Files;

/// <summary>Takes the records that are found when files are opened. Of two with one key the later counts.</summary>
internal interface IRecordSink
{
    /// <summary>A record that can be read where it lies.</summary>
    void Found(string key, Place place);

    /// <summary>A record that cannot be read where it lies; the bytes are the same in the snapshot's format, to be read by themselves.</summary>
    /// <returns>Where it is kept.</returns>
    Place Found(string key, ReadOnlyMemory<byte> record);

    /// <summary>A record that cannot be read at all; it counts as missing.</summary>
    void Unreadable(string key, string reason);
}
