using System.Buffers;
using PyperCache.Storage.Files;

namespace PyperCache.Storage.Pickle;

/// <summary>A file that is one pickled dictionary of records.</summary>
internal static class PickleFile
{
    private const byte Protocol = 4;

    /// <summary>Finds the records of a file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="number">Its number, for places.</param>
    /// <param name="path">Its path, for messages.</param>
    /// <param name="sink">Takes the records.</param>
    /// <exception cref="FormatException">The file is damaged, or no pickle of a dictionary.</exception>
    /// <exception cref="StorageException">The file is refused.</exception>
    public static void Scan(RecordFile file, int number, string path, IRecordSink sink)
    {
        var collector = new Collector(number, PickleFormat.MostData(file.Length), sink);
        var machine = new PickleMachine(new PickleInput(file), collector);
        collector.Machine = machine;
        try
        {
            if (machine.Run() is not PickleDict)
                throw new FormatException(StorageMessages.NotAPickleCache);
        }
        catch (StorageException e)
        {
            throw new StorageException(StorageMessages.CannotOpen(path, e.Message), e) { Path = path };
        }
    }

    public static void Begin(SnapshotWriter writer)
    {
        var pickle = new PickleWriter(writer);
        pickle.Op(Opcode.Proto);
        pickle.Op((Opcode)Protocol);
        pickle.Op(Opcode.EmptyDict);
    }

    /// <summary>Writes one record.</summary>
    /// <returns>Where it lies.</returns>
    public static Place WriteRecord(SnapshotWriter writer, int number, IFoldSource source, Place place)
    {
        long start = writer.Position;
        if (place.File == Place.Journal)
        {
            (string key, DecodedRecord record) = source.Read(place);
            PickleFormat.Write(writer, key, record);
        }
        else
        {
            writer.Write(source.ReadRaw(place).Span);
        }

        var written = new Place(number, start, checked((int)(writer.Position - start)));
        new PickleWriter(writer).Op(Opcode.SetItem);
        return written;
    }

    public static void End(SnapshotWriter writer) => new PickleWriter(writer).Op(Opcode.Stop);

    /// <summary>Sorts records: those that can be read where they lie, those that share objects with others and must be written anew to be read.</summary>
    private sealed class Collector(int number, long mostData, IRecordSink sink) : IPickleRoot
    {
        private long _data;

        public PickleMachine? Machine { get; set; }

        public void Item(object? key, object? value, long start, long end)
        {
            if (key is not string text)
                sink.Unreadable(key?.ToString() ?? "None", StorageMessages.NotJsonValue("a key that is no text"));
            else if (Machine!.LastGet < start && end - start <= int.MaxValue)
                sink.Found(text, new Place(number, start, (int)(end - start)));
            else
                Copy(text, value);
        }

        private void Copy(string key, object? value)
        {
            var raw = new ArrayBufferWriter<byte>();
            try
            {
                var writer = new PickleWriter(new LimitedWriter(raw, mostData - _data));
                writer.Text(key);
                writer.Value(value);
                _data += raw.WrittenCount;
                sink.Found(key, raw.WrittenMemory);
            }
            catch (FormatException e)
            {
                sink.Unreadable(key, e.Message);
            }
        }
    }
}
