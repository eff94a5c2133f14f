using System.Diagnostics.CodeAnalysis;

namespace PyperCache.Storage.Files;

/// <summary>Where each record lies, at 24 to 32 bytes a record: neither keys nor payloads are held.</summary>
/// <remarks>
/// Keys are found by a 32-bit hash and then compared with the key in the file. A record keeps its slot as long as it lives, so that
/// enumerating by slot survives changes.
/// </remarks>
internal sealed class RecordIndex(Func<Place, string, bool> holdsKey)
{
    private const int ChunkBits = 12;
    private const int ChunkSize = 1 << ChunkBits;
    private const int OffsetBits = 48;
    private const int None = -1;

    private readonly List<Slot[]> _chunks = [];
    private int[] _buckets = NewBuckets(256);
    private int _slots;
    private int _free = None;

    /// <summary>How many records there are.</summary>
    public int Count { get; private set; }

    /// <summary>How many slots have ever been used; each holds a record or is free.</summary>
    public int SlotCount => _slots;

    public bool TryFind(string key, out Place place)
    {
        int slot = Find(key, Hash(key));
        place = slot == None ? default : At(slot).Place;
        return slot != None;
    }

    /// <summary>Puts a record at a place, in the stead of the one that had its key.</summary>
    public void Set(string key, Place place)
    {
        uint hash = Hash(key);
        int slot = Find(key, hash);
        if (slot != None)
            At(slot).Place = place;
        else
            Add(hash, place);
    }

    public bool Remove(string key)
    {
        uint hash = Hash(key);
        int slot = Find(key, hash);
        if (slot == None)
            return false;
        ref int link = ref _buckets[BucketOf(hash)];
        while (link != slot)
            link = ref At(link).Next;
        ref Slot removed = ref At(slot);
        link = removed.Next;
        removed = new Slot { Next = _free, Length = None };
        _free = slot;
        Count--;
        return true;
    }

    public void Clear()
    {
        _chunks.Clear();
        _buckets = NewBuckets(256);
        _slots = 0;
        _free = None;
        Count = 0;
    }

    /// <summary>The record in a slot.</summary>
    /// <returns>False when the slot is free.</returns>
    public bool TryGetSlot(int slot, out Place place)
    {
        ref Slot found = ref At(slot);
        place = found.Length == None ? default : found.Place;
        return found.Length != None;
    }

    /// <summary>All records with their slots, in the order in which they are best read.</summary>
    public (Place Place, int Slot)[] InReadingOrder()
    {
        var all = new (Place Place, int Slot)[Count];
        int next = 0;
        for (int slot = 0; slot < _slots; slot++)
        {
            if (TryGetSlot(slot, out Place place))
                all[next++] = (place, slot);
        }

        Array.Sort(all, static (left, right) => left.Place.CompareTo(right.Place));
        return all;
    }

    /// <summary>Tells where the record of a slot lies now.</summary>
    public void Move(int slot, Place place) => At(slot).Place = place;

    private static uint Hash(string key) => (uint)string.GetHashCode(key);

    private static int[] NewBuckets(int count)
    {
        int[] buckets = new int[count];
        Array.Fill(buckets, None);
        return buckets;
    }

    private int BucketOf(uint hash) => (int)(hash & (uint)(_buckets.Length - 1));

    private ref Slot At(int slot) => ref _chunks[slot >> ChunkBits][slot & (ChunkSize - 1)];

    private int Find(string key, uint hash)
    {
        for (int slot = _buckets[BucketOf(hash)]; slot != None; slot = At(slot).Next)
        {
            ref Slot candidate = ref At(slot);
            if (candidate.Hash == hash && holdsKey(candidate.Place, key))
                return slot;
        }

        return None;
    }

    private void Add(uint hash, Place place)
    {
        if (Count >= _buckets.Length)
            Grow();
        int slot = TakeSlot();
        ref int bucket = ref _buckets[BucketOf(hash)];
        At(slot) = new Slot { Hash = hash, Next = bucket, Place = place };
        bucket = slot;
        Count++;
    }

    private int TakeSlot()
    {
        if (_free != None)
        {
            int slot = _free;
            _free = At(slot).Next;
            return slot;
        }

        if (_slots == _chunks.Count << ChunkBits)
            _chunks.Add(new Slot[ChunkSize]);
        return _slots++;
    }

    private void Grow()
    {
        _buckets = NewBuckets(_buckets.Length * 2);
        for (int slot = 0; slot < _slots; slot++)
        {
            ref Slot entry = ref At(slot);
            if (entry.Length == None)
                continue;
            ref int bucket = ref _buckets[BucketOf(entry.Hash)];
            entry.Next = bucket;
            bucket = slot;
        }
    }

    [SuppressMessage("Performance", "CA1815:Override equals", Justification = "Never compared; it is a cell of an array.")]
    private struct Slot
    {
        public uint Hash;
        public int Next;
        public int Length;
        private long _where;

        public Place Place
        {
            readonly get => new((int)(_where >> OffsetBits), _where & ((1L << OffsetBits) - 1), Length);
            set
            {
                _where = ((long)value.File << OffsetBits) | value.Offset;
                Length = value.Length;
            }
        }
    }
}
