namespace PyperCache.Storage;

/// <summary>A store that writes many changes at about the price of one.</summary>
public interface IBatchStore
{
    /// <summary>Applies changes in order; all of them or, when it throws, none.</summary>
    /// <param name="changes">Keys with their new records; null stands for a removal.</param>
    void Apply(IReadOnlyCollection<KeyValuePair<string, StoredRecord?>> changes);
}
