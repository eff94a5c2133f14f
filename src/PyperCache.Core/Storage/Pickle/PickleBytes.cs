namespace PyperCache.Storage.Pickle;

/// <summary>Bytes, which JSON cannot hold; kept so that the record can be written back.</summary>
internal sealed record PickleBytes(byte[] Bytes, bool IsByteArray);
