namespace PyperCache.Storage;

/// <summary>A record that is to be written soon, and may not be what it seems to be.</summary>
/// <param name="record">The record.</param>
/// <param name="doubtful">The part of its payload that has to be one JSON value and was not looked at yet; null for none.</param>
/// <param name="isJson">Looks.</param>
internal sealed class SoonRecord(StoredRecord record, ReadOnlyMemory<byte>? doubtful, Func<ReadOnlyMemory<byte>, bool> isJson)
{
    // Several threads may look at the same time; they find the same.
    private volatile bool _isKnown = doubtful is null;
    private StoredRecord? _sound = record;

    /// <summary>The record, or null when it is not fit to be kept. The first who asks finds out.</summary>
    public StoredRecord? Sound
    {
        get
        {
            if (!_isKnown)
            {
                if (!isJson(doubtful!.Value))
                    _sound = null;
                _isKnown = true;
            }

            return _sound;
        }
    }
}
