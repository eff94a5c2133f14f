using PyperCache.Storage.Files;

namespace PyperCache.Storage.Chunked;

/// <summary>
/// Which record goes to which chunk. A record that is in a chunk stays there. Those from the journal fill up the chunks that must be written anyway,
/// because a record in them does not count any more; then the last chunk; then new ones.
/// </summary>
internal sealed class ChunkPlan
{
    private readonly List<List<(Place Place, int Slot)>> _content = [];
    private readonly List<long> _sizes = [];
    private readonly HashSet<int> _dirty = [];
    private readonly long _chunkSize;
    private int _filling;

    public ChunkPlan(IReadOnlyList<Chunk> chunks, (Place Place, int Slot)[] records, Func<Place, int> chunkOf, long chunkSize)
    {
        _chunkSize = chunkSize;
        for (int number = 0; number < chunks.Count; number++)
            AddChunk();
        foreach ((Place Place, int Slot) record in records.Where(record => record.Place.File != Place.Journal))
            Put(chunkOf(record.Place), record);
        for (int number = 0; number < chunks.Count; number++)
        {
            int inPlace = _content[number].Count(record => record.Place.IsInSnapshot);
            if (inPlace != chunks[number].Records || inPlace != _content[number].Count)
                _dirty.Add(number);
        }

        foreach ((Place Place, int Slot) record in records.Where(record => record.Place.File == Place.Journal))
            Put(ChunkWithRoom(chunks.Count), record);
    }

    /// <summary>The records of each chunk.</summary>
    public IReadOnlyList<List<(Place Place, int Slot)>> Content => _content;

    /// <summary>Whether the chunk must be written.</summary>
    public bool IsDirty(int number) => _dirty.Contains(number);

    private void Put(int number, (Place Place, int Slot) record)
    {
        _content[number].Add(record);
        _sizes[number] += record.Place.Length;
    }

    private int ChunkWithRoom(int existing)
    {
        while (_filling < existing && (_sizes[_filling] >= _chunkSize || !(_dirty.Contains(_filling) || _filling == existing - 1)))
            _filling++;
        if (_filling >= existing && (_filling >= _content.Count || _sizes[_filling] >= _chunkSize))
        {
            AddChunk();
            _filling = _content.Count - 1;
        }

        _dirty.Add(_filling);
        return _filling;
    }

    private void AddChunk()
    {
        _content.Add([]);
        _sizes.Add(0);
    }
}
