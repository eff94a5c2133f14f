using System.Runtime.CompilerServices;

namespace PyperCache.Query.Evaluation;

/// <summary>One key on the paths that a plan looks for: a tree of keys, so that paths with a common start are walked once.</summary>
internal sealed class PlanNode
{
    private const ulong QuoteMask = 0xFFUL << 56;
    private const ulong Quote = (ulong)'"' << 56;

    private readonly List<PlanNode> _children = [];
    private PlanNode[] _sealedChildren = [];

    // The ends of the first two keys, to be compared without following references; nothing is equal to 1 under an empty mask.
    private ulong _first = 1;
    private ulong _firstMask;
    private ulong _second = 1;
    private ulong _secondMask;
    private bool _isWide;

    private PlanNode(KeyPattern? key, PlanNode? parent) => (Key, Parent) = (key, parent);

    public KeyPattern? Key { get; }

    public PlanNode? Parent { get; }

    /// <summary>Where the offset of the value is noted; -1 when nobody asks for it.</summary>
    public int Slot { get; private set; } = -1;

    /// <summary>The slots of this node and all nodes below it are those from here…</summary>
    public int FirstSlot { get; private set; }

    /// <summary>… up to here.</summary>
    public int EndSlot { get; private set; }

    public bool HasChildren => _sealedChildren.Length > 0;

    public static PlanNode CreateRoot() => new(null, null);

    /// <summary>The node at the end of a path, which from now on has a slot.</summary>
    public PlanNode Add(ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
        {
            Slot = 0;
            return this;
        }

        string key = path[0];
        PlanNode? child = _children.Find(node => node.Key!.Text == key);
        if (child is null)
            _children.Add(child = new PlanNode(new KeyPattern(key), this));
        return child.Add(path[1..]);
    }

    /// <summary>Numbers the slots, each node's before those below it. Nothing may be added afterwards.</summary>
    /// <returns>The first number not used.</returns>
    public int Seal(int nextSlot)
    {
        FirstSlot = nextSlot;
        if (Slot >= 0)
            Slot = nextSlot++;
        SealChildren();
        foreach (PlanNode child in _sealedChildren)
            nextSlot = child.Seal(nextSlot);
        return EndSlot = nextSlot;
    }

    /// <summary>A quick test of whether the key in front of a colon is none of the children's. False says nothing.</summary>
    /// <param name="last">The eight bytes in front of the colon. They must not belong to a key with escapes.</param>
    /// <remarks>Most keys are none of those wanted. A byte other than a quote in front of the colon is white space, and the key farther off.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsNoChild(ulong last) =>
        (last & _firstMask) != _first && (last & _secondMask) != _second && (last & QuoteMask) == Quote && !_isWide;

    /// <summary>The child whose key stands in front of a colon.</summary>
    public PlanNode? FindChild(ReadOnlySpan<byte> json, int colon, bool mayHoldEscapes)
    {
        foreach (PlanNode child in _sealedChildren)
        {
            if (child.Key!.MatchesBefore(json, colon, mayHoldEscapes))
                return child;
        }

        return null;
    }

    private void SealChildren()
    {
        _sealedChildren = [.. _children];
        if (_children.Count > 0)
            (_first, _firstMask) = (_children[0].Key!.Last, _children[0].Key!.LastMask);
        if (_children.Count > 1)
            (_second, _secondMask) = (_children[1].Key!.Last, _children[1].Key!.LastMask);
        _isWide = _children.Count > 2;
    }
}
