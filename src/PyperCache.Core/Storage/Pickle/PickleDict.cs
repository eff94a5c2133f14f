namespace PyperCache.Storage.Pickle;

/// <summary>A dictionary, as keys and values in their order. Keys may be of any kind; of two that are equal the later counts.</summary>
internal sealed class PickleDict : List<KeyValuePair<object?, object?>>;
