using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>A JSON array as a set: of equal elements the first is kept, and the order does not matter.</summary>
/// <param name="item">The shape of the elements.</param>
/// <param name="create">Makes the set of the elements read.</param>
internal sealed class SetShape<TSet, T>(Shape<T> item, Func<List<T>, TSet> create) : SequenceShape<TSet, T>(item, create)
    where TSet : IEnumerable<T>
{
    public override bool AreEqual(TSet left, TSet right)
    {
        if (ReferenceEquals(left, right))
            return true;
        if (left is null || right is null)
            return false;
        return new HashSet<T>(left, EqualityComparer<T>.Create((l, r) => Item.AreEqual(l!, r!), Item.Hash)).SetEquals(right);
    }

    public override int Hash(TSet value)
    {
        int hash = 0;
        if (value is null)
            return hash;
        foreach (T element in value)
            hash ^= Item.Hash(element);
        return hash;
    }

    public override bool Matches(ref JsonCursor cursor, TSet value) => TryRead(ref cursor, out TSet? read) && AreEqual(read, value);
}
