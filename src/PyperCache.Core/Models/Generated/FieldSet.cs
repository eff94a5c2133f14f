namespace PyperCache.Models.Generated;

/// <summary>A set of field numbers; the first 64 need no memory of their own.</summary>
internal struct FieldSet
{
    private ulong _low;
    private HashSet<int>? _high;

    public readonly bool Contains(int field) => field < 64 ? (_low & (1UL << field)) != 0 : _high?.Contains(field) == true;

    public void Add(int field)
    {
        if (field < 64)
            _low |= 1UL << field;
        else
            (_high ??= []).Add(field);
    }
}
