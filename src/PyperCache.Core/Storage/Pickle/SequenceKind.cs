namespace PyperCache.Storage.Pickle;

/// <summary>What a <see cref="PickleSequence"/> is in Python.</summary>
internal enum SequenceKind
{
    List,
    Tuple,
    Set,
    FrozenSet,
}
