namespace PyperCache.Models.Generated;

/// <summary>A set of field numbers; the first 64 need no memory of their own.</summary>
internal struct FieldSet
{
    private ulong _low;
    private HashSet<int>? _high;

    public readonly bool Contains(int field) => field < 64 ? (_low & (1UL << field)) != 0 : _high?.Contains(field) == true;

    /// <summary>Whether all numbers below <paramref name="count"/> are in the set. Of more than 64 it does not know.</summary>
    public readonly bool HasFirst(int count) => count <= 64 && _low == (count == 64 ? ulong.MaxValue : (1UL << count) - 1);

    public void Add(int field)
    {
        if (field < 64)
            _low |= 1UL << field;
        else
            (_high ??= []).Add(field);
    }
}
