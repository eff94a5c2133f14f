using PyperCache.Storage.Files;

namespace PyperCache.Storage.Pickle;

/// <summary>The <c>.pkl</c> file.</summary>
internal sealed class PickleSnapshot(string path) : SingleFileSnapshot(path)
{
    private readonly string _path = path;

    public override IRecordFormat Format => PickleFormat.Instance;

    protected override void Scan(RecordFile file, IRecordSink sink) => PickleFile.Scan(file, Place.FirstSnapshot, _path, sink);

    protected override void Begin(SnapshotWriter writer) => PickleFile.Begin(writer);

    protected override Place WriteRecord(SnapshotWriter writer, IFoldSource source, Place place, bool isFirst) =>
        PickleFile.WriteRecord(writer, Place.FirstSnapshot, source, place);

    protected override void End(SnapshotWriter writer) => PickleFile.End(writer);
}
