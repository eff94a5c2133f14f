using Microsoft.Extensions.Logging;
using PyperCache.Storage.Files;
using PyperCache.Storage.Pickle;

namespace PyperCache.Storage.Chunked;

/// <summary>The <c>.manifest</c> file and its chunks. Folding in writes only chunks in which something changed.</summary>
/// <remarks>
/// Each chunk is put in its place in one step and the manifest last. Whatever moves from chunk to chunk is in the journal until that is begun
/// anew, so a crash between two chunks loses nothing.
/// </remarks>
internal sealed class ChunkedSnapshot(string path, RecordStoreOptions options) : Snapshot
{
    private readonly List<Chunk> _chunks = [];
    private Manifest _manifest = new();

    public override IRecordFormat Format => PickleFormat.Instance;

    public override long Length => _chunks.Sum(static chunk => chunk.Length);

    public override void Load(IRecordSink sink)
    {
        if (Directory.Exists(path))
            throw new StorageException(StorageMessages.DirectoryInTheWay(path)) { Path = path };
        File.Delete(SnapshotWriter.TemporaryPath(path));
        if (!File.Exists(path))
            return;
        try
        {
            if (new FileInfo(path).Length > 0)
                _manifest = Manifest.Read(path);
            for (int number = 0; number < _manifest.ChunkCount; number++)
                LoadChunk(number, sink);
        }
        catch (Exception e) when (e is IOException and not StorageException or UnauthorizedAccessException)
        {
            throw new StorageException(StorageMessages.CannotOpen(path, e.Message), e) { Path = path };
        }

        // It told which chunk counts for a key; from here on the index knows.
        _manifest.Map.Clear();
    }

    public override RecordFile FileOf(Place place) => _chunks[place.File - Place.FirstSnapshot].File!;

    public override void Fold(IFoldSource source)
    {
        (Place Place, int Slot)[] records = source.Records;
        if (records.Length == 0)
            DeleteChunks();
        var plan = new ChunkPlan(_chunks, records, ChunkOf, _manifest.ChunkSize);
        for (int number = 0; number < plan.Content.Count; number++)
        {
            if (plan.IsDirty(number))
                WriteChunk(number, plan.Content[number], source);
        }

        _manifest.ChunkCount = _chunks.Count;
        using var writer = new SnapshotWriter(path);
        _manifest.Write(writer, KeysWithChunks(plan, source));
        writer.Complete();
    }

    public override string SetAside(TimeProvider time) => AtomicFile.SetAside(path, time, []);

    protected override void Dispose(bool disposing)
    {
        foreach (Chunk chunk in _chunks)
            chunk.Dispose();
        _chunks.Clear();
    }

    private static IEnumerable<KeyValuePair<string, int>> KeysWithChunks(ChunkPlan plan, IFoldSource source)
    {
        for (int number = 0; number < plan.Content.Count; number++)
        {
            foreach ((_, int slot) in plan.Content[number])
                yield return new(source.KeyOf(slot), number);
        }
    }

    private string ChunkPath(int number) =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, _manifest.ChunksPath, Manifest.ChunkName(number)));

    /// <summary>The chunk of a record that is in one, or was and is in the spool.</summary>
    private int ChunkOf(Place place) => place.IsInSnapshot
        ? place.File - Place.FirstSnapshot
        : _chunks.FindLastIndex(chunk => chunk.SpoolStart >= 0 && chunk.SpoolStart <= place.Offset);

    private void LoadChunk(int number, IRecordSink sink)
    {
        var chunk = new Chunk();
        _chunks.Add(chunk);
        string chunkPath = ChunkPath(number);
        File.Delete(SnapshotWriter.TemporaryPath(chunkPath));
        if (!File.Exists(chunkPath))
        {
            options.Logger.ChunkMissing(chunkPath);
            return;
        }

        chunk.File = RecordFile.OpenForReading(chunkPath);
        var found = new ChunkContent(key => _manifest.Map.Contains(key, number));
        try
        {
            PickleFile.Scan(chunk.File, Place.FirstSnapshot + number, chunkPath, found);
            chunk.Records = found.Total;
            chunk.SpoolStart = found.PassOn(sink);
        }
        catch (FormatException e)
        {
            string newPath = AtomicFile.SetAside(chunkPath, options.TimeProvider, []);
            options.Logger.FileSetAside(chunkPath, newPath, e.Message);
            chunk.Dispose();
            chunk.File = null;
        }
    }

    private void WriteChunk(int number, List<(Place Place, int Slot)> content, IFoldSource source)
    {
        string chunkPath = ChunkPath(number);
        AtomicFile.EnsureFolder(chunkPath);
        var moved = new Place[content.Count];
        using (var writer = new SnapshotWriter(chunkPath))
        {
            PickleFile.Begin(writer);
            for (int i = 0; i < moved.Length; i++)
                moved[i] = PickleFile.WriteRecord(writer, Place.FirstSnapshot + number, source, content[i].Place);
            PickleFile.End(writer);
            writer.Complete();
        }

        RecordFile file = RecordFile.OpenForReading(chunkPath);
        if (number == _chunks.Count)
            _chunks.Add(new Chunk());
        _chunks[number].Dispose();
        _chunks[number] = new Chunk { File = file, Records = content.Count };
        for (int i = 0; i < moved.Length; i++)
            source.Moved(content[i].Slot, moved[i]);
    }

    private void DeleteChunks()
    {
        for (int number = 0; number < _chunks.Count; number++)
        {
            _chunks[number].Dispose();
            File.Delete(ChunkPath(number));
        }

        _chunks.Clear();
    }
}
