namespace PyperCache.Storage;

/// <summary>A store whose files can hold space that records no longer need.</summary>
public interface ICompactingStore
{
    /// <summary>Gives that space back to the file system. It may take time in proportion to the size of the cache.</summary>
    void Compact();
}
