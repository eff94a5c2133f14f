namespace PyperCache.Storage;

/// <summary>What keys may be.</summary>
internal static class KeyText
{
    /// <summary>Refuses half surrogates: as UTF-8 they would all become the same replacement character, and keys would fall together.</summary>
    public static string EnsureWellFormed(string key)
    {
        for (int i = key.AsSpan().IndexOfAnyInRange('\ud800', '\udfff'); i >= 0 && i < key.Length; i++)
        {
            if (!char.IsSurrogate(key[i]))
                continue;
            if (!char.IsHighSurrogate(key[i]) || i + 1 == key.Length || !char.IsLowSurrogate(key[i + 1]))
                throw new ArgumentException(StorageMessages.NotWellFormedKey, nameof(key));
            i++;
        }

        return key;
    }
}
