using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace PyperCache.Json;

/// <summary>The keys that a model knows, in the order in which they are expected. Immutable; made once per model.</summary>
/// <remarks>
/// Infrastructure that generated code and the layers above share; it is not meant to be called by user code. A key of several segments
/// leads through objects: the table of the first segments holds a table of its own for what is below each.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class KeyTable
{
    private readonly Entry[] _entries;
    private readonly byte[][] _names;
    private readonly KeyTable?[] _groups;
    private readonly int[] _buckets;
    private readonly int _shift;
    private readonly ulong _lengths;

    private KeyTable(List<Node> nodes, KeyTable? parent, int indexInParent, int count)
    {
        Parent = parent;
        IndexInParent = indexInParent;
        Count = count;
        _names = nodes.ConvertAll(n => Encoding.UTF8.GetBytes(n.Name)).ToArray();
        _groups = new KeyTable?[nodes.Count];
        _entries = new Entry[nodes.Count + 1];
        for (int i = 0; i < nodes.Count; i++)
        {
            Node node = nodes[i];
            _lengths |= LengthBit(_names[i].Length);
            _entries[i] = new Entry(_names[i], node.Slot, node.Children.Count > 0);
            if (node.Children.Count > 0)
                _groups[i] = new KeyTable(node.Children, this, i, count);
        }

        // One entry more than there are keys: what is expected behind the last is nothing.
        _entries[^1] = Entry.Nothing;
        (_buckets, _shift) = Distribute(_names);
    }

    /// <summary>The number of slots.</summary>
    public int Count { get; }

    /// <summary>The table that this is a group of; null for the outermost.</summary>
    internal KeyTable? Parent { get; }

    /// <summary>The index of this group in <see cref="Parent"/>.</summary>
    internal int IndexInParent { get; }

    /// <summary>Makes the table of the slots 0, 1, 2, ….</summary>
    /// <param name="paths">The path of each slot: its key, or the keys of the objects on the way to it and then its own. Each path once.</param>
    /// <exception cref="ArgumentException">A path is empty or comes twice.</exception>
    public static KeyTable Create(params ReadOnlySpan<string[]> paths)
    {
        var root = new Node(string.Empty);
        for (int slot = 0; slot < paths.Length; slot++)
        {
            Node node = root;
            foreach (string segment in paths[slot])
                node = node.Child(segment);
            if (node == root || node.Slot >= 0)
                throw new ArgumentException($"The path of slot {slot} is empty or has been given before.", nameof(paths));
            node.Slot = slot;
        }

        return new KeyTable(root.Children, null, -1, paths.Length);
    }

    /// <summary>What is expected at an index, which may be one behind the last key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref readonly Entry At(int index) => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_entries), index);

    /// <summary>The keys below a key.</summary>
    internal KeyTable? Group(int index) => _groups[index];

    /// <summary>Whether there is a key of a length at all, give or take a multiple of 64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool HasLength(int length) => (_lengths & LengthBit(length)) != 0;

    /// <summary>The index of an unescaped key, or -1.</summary>
    internal int Find(ReadOnlySpan<byte> name)
    {
        int[] buckets = _buckets;
        for (int b = (int)(Hash(name) >> _shift); ; b = (b + 1) & (buckets.Length - 1))
        {
            int index = buckets[b] - 1;
            if (index < 0 || name.SequenceEqual(_names[index]))
                return index;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong LengthBit(int length) => 1UL << length;

    private static (int[] Buckets, int Shift) Distribute(byte[][] names)
    {
        int bits = 1;
        while (1 << bits < names.Length * 2)
            bits++;
        int[] buckets = new int[1 << bits];
        for (int i = 0; i < names.Length; i++)
        {
            int b = (int)(Hash(names[i]) >> (64 - bits));
            while (buckets[b] != 0)
                b = (b + 1) & (buckets.Length - 1);
            buckets[b] = i + 1;
        }

        return (buckets, 64 - bits);
    }

    // Length, first and last bytes tell the keys of one model apart; a collision costs a comparison.
    private static ulong Hash(ReadOnlySpan<byte> name)
    {
        ref byte start = ref MemoryMarshal.GetReference(name);
        ulong first = 0;
        ulong last = 0;
        if (name.Length >= 8)
        {
            first = Unsafe.ReadUnaligned<ulong>(ref start);
            last = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, name.Length - 8));
        }
        else if (name.Length >= 4)
        {
            first = Unsafe.ReadUnaligned<uint>(ref start);
            last = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, name.Length - 4));
        }
        else
        {
            foreach (byte b in name)
                first = (first << 8) | b;
        }

        ulong mixed = (first ^ ulong.RotateLeft(last, 29) ^ (uint)name.Length) * 0x9E3779B97F4A7C15UL;
        return (mixed ^ (mixed >> 32)) * 0xD6E8FEB86659FD93UL;
    }

    /// <summary>How a key looks in JSON without white space, with its quotes and colon, in the 32 bytes of one compare.</summary>
    internal readonly struct Entry
    {
        /// <summary>The value of <see cref="Slot"/> for a key that leads to a group.</summary>
        public const int IsGroup = -2;

        public readonly Vector256<byte> Pattern;
        public readonly Vector256<byte> Mask;
        public readonly int Length;
        public readonly int Slot;
        public readonly int OwnSlot;

        public Entry(byte[] name, int slot, bool hasGroup)
        {
            Slot = hasGroup ? IsGroup : slot;
            OwnSlot = slot;
            Length = name.Length + 3;
            Span<byte> pattern = stackalloc byte[Vector256<byte>.Count];
            Span<byte> mask = stackalloc byte[Vector256<byte>.Count];
            pattern.Clear();
            mask.Clear();
            if (Length > pattern.Length || MustBeEscaped(name))
            {
                mask[0] = 0xFF;
            }
            else
            {
                pattern[0] = (byte)'"';
                name.CopyTo(pattern[1..]);
                "\":"u8.CopyTo(pattern[(name.Length + 1)..]);
                mask[..Length].Fill(0xFF);
            }

            Pattern = Vector256.Create<byte>(pattern);
            Mask = Vector256.Create<byte>(mask);
        }

        private Entry(int slot)
        {
            Slot = OwnSlot = slot;
            Mask = Vector256<byte>.AllBitsSet;
        }

        /// <summary>Matches no key: none begins with a zero byte.</summary>
        public static Entry Nothing => new(-1);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool Matches(ref byte json)
        {
            if (Vector256.IsHardwareAccelerated)
                return ((Vector256.LoadUnsafe(ref json) ^ Pattern) & Mask) == Vector256<byte>.Zero;
            Vector128<byte> lower = (Vector128.LoadUnsafe(ref json) ^ Pattern.GetLower()) & Mask.GetLower();
            Vector128<byte> upper = (Vector128.LoadUnsafe(ref json, 16) ^ Pattern.GetUpper()) & Mask.GetUpper();
            return (lower | upper) == Vector128<byte>.Zero;
        }

        private static bool MustBeEscaped(ReadOnlySpan<byte> name) => name.ContainsAny((byte)'"', (byte)'\\') || name.ContainsAnyInRange((byte)0, (byte)0x1F);
    }

    private sealed class Node(string name)
    {
        public string Name { get; } = name;

        public int Slot { get; set; } = -1;

        public List<Node> Children { get; } = [];

        public Node Child(string name)
        {
            foreach (Node child in Children)
            {
                if (child.Name == name)
                    return child;
            }

            Children.Add(new Node(name));
            return Children[^1];
        }
    }
}
