using System.Runtime.CompilerServices;

namespace PyperCache.Query.Evaluation;

/// <summary>One key on the paths that a plan looks for: a tree of keys, so that paths with a common start are walked once.</summary>
internal sealed class PlanNode
{
    private readonly List<PlanNode> _children = [];
    private PlanNode[] _sealedChildren = [];

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
        _sealedChildren = [.. _children];
        foreach (PlanNode child in _sealedChildren)
            nextSlot = child.Seal(nextSlot);
        return EndSlot = nextSlot;
    }

    /// <summary>The child whose key stands in front of a colon.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PlanNode? FindChild(ReadOnlySpan<byte> json, int colon, bool mayHoldEscapes)
    {
        foreach (PlanNode child in _sealedChildren)
        {
            if (child.Key!.MatchesBefore(json, colon, mayHoldEscapes))
                return child;
        }

        return null;
    }
}
