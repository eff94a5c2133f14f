namespace PyperCache.Storage;

/// <summary>A store that tells, much faster than it reads, whether anything has been written since: by this process or, where files are shared, another.</summary>
internal interface IVersionedStore
{
    /// <summary>Counts as a use of the key, and tells the version of the store.</summary>
    /// <param name="key">The key that is used.</param>
    /// <param name="version">
    /// What the store is at now. What is read after this and found with the same version later has not changed in between.
    /// </param>
    /// <returns>False when the store cannot tell.</returns>
    bool TryUse(string key, out StoreVersion version);
}
