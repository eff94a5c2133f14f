namespace PyperCache.Storage.Files;

/// <summary>Gives the records of a store one after the other to a snapshot that writes itself anew.</summary>
internal interface IFoldSource
{
    /// <summary>All records with their slots, in the order in which they are best read.</summary>
    (Place Place, int Slot)[] Records { get; }

    /// <summary>Reads the bytes of a record as they lie.</summary>
    /// <returns>A view that holds until the next call.</returns>
    ReadOnlyMemory<byte> ReadRaw(Place place);

    /// <summary>Reads a record that lies in the journal.</summary>
    /// <returns>The record; its payload is a view that holds until the next call.</returns>
    (string Key, DecodedRecord Record) Read(Place place);

    /// <summary>The key of the record in a slot.</summary>
    string KeyOf(int slot);

    /// <summary>Tells where a record lies from now on. To be called when the new file is in its place and open, and for all its records.</summary>
    void Moved(int slot, Place place);
}
