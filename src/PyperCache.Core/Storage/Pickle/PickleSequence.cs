namespace PyperCache.Storage.Pickle;

/// <summary>A list, or what else holds items in a row.</summary>
internal sealed class PickleSequence(SequenceKind kind) : List<object?>
{
    public SequenceKind Kind => kind;
}
