namespace PyperCache.Storage;

/// <summary>A store that is done with the bytes of a payload when a write returns, so that callers may hand it bytes that are not theirs to keep.</summary>
internal interface ICopyingStore;
