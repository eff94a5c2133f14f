using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Query.Evaluation;

/// <summary>Goes through an array (or the members of an object) and finds the elements that match a plan.</summary>
/// <remarks>
/// It moves from bracket to bracket and colon to colon, 64 bytes at a time, and reads values only where a key of the plan stands in
/// front of them; objects and arrays in which no such key can be are passed over by counting brackets. Elements that are no objects have
/// nothing to stop at. What is passed over is not checked.
/// </remarks>
internal ref struct ElementScanner
{
    private const int Unset = -1;

    private readonly ReadOnlySpan<byte> _json;
    private readonly ElementPlan _plan;
    private readonly Span<int> _slots;
    private StructuralBlock _block;
    private ulong _colons;
    private ulong _brackets;
    private PlanNode? _node;
    private PlanNode? _pending;
    private int _depth;
    private int _skipped;
    private int _elementStart;
    private int _memberColon;
    private bool _ended;

    /// <param name="json">All bytes.</param>
    /// <param name="container">The offset of the opening bracket of the array or object.</param>
    /// <param name="plan">What is looked for.</param>
    /// <param name="slots">Room for the slots of the plan.</param>
    public ElementScanner(ReadOnlySpan<byte> json, int container, ElementPlan plan, Span<int> slots)
    {
        _json = json;
        _plan = plan;
        _slots = slots[..plan.SlotCount];
        _block = new StructuralBlock(json, container + 1);
        _elementStart = Unset;
        _ended = plan.MatchesNothing;
    }

    /// <summary>Goes to the next match. The end of a value inside an element is left open, at 0.</summary>
    /// <exception cref="JsonException">The brackets do not fit.</exception>
    public bool MoveNext(out JsonSlice match)
    {
        match = default;
        while (!_ended)
        {
            // The colons before the next bracket; all of them when the block has no bracket any more.
            ulong bracket = _brackets & (0 - _brackets);
            ulong before = bracket - 1;
            if (_skipped == 0)
                ReadColons(_colons & before);
            if (bracket == 0)
            {
                LoadBlock();
                continue;
            }

            _colons &= ~before;
            _brackets ^= bracket;
            int position = _block.Start + BitOperations.TrailingZeroCount(bracket);
            if ((_block.Opens & bracket) != 0)
                OnOpen(position);
            else if (OnClose(position) && TryMatch(position + 1, out match))
                return true;
        }

        return false;
    }

    private void LoadBlock()
    {
        if (!_block.MoveNext())
            throw JsonFaults.At(_json, _json.Length, _plan.OfMembers ? "'}' at the end of an object" : "']' at the end of an array");
        _colons = _block.Colons;
        _brackets = _block.Opens | _block.Closes;
    }

    private void ReadColons(ulong colons)
    {
        if (_node is not { } node)
        {
            // Among the members of an object: the last one is that of the bracket that comes next.
            if (_plan.OfMembers && colons != 0)
                _memberColon = _block.Start + BitOperations.Log2(colons);
            return;
        }

        bool mayHoldEscapes = _block.LastEscape > _elementStart;
        for (; colons != 0; colons &= colons - 1)
        {
            int position = _block.Start + BitOperations.TrailingZeroCount(colons);
            if (mayHoldEscapes || position < sizeof(ulong) || !node.IsNoChild(LastBytes(position)))
                OnColon(node, position, mayHoldEscapes);
        }
    }

    private readonly ulong LastBytes(int end) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetReference(_json), end - sizeof(ulong)));

    private void OnColon(PlanNode node, int position, bool mayHoldEscapes)
    {
        if (node.FindChild(_json, position, mayHoldEscapes) is not { } child)
            return;

        // Whatever an earlier key of the same name led to no longer counts.
        Clear(child.FirstSlot, child.EndSlot);
        int value = JsonMoves.SkipWhiteSpace(_json, position + 1);
        if (child.Slot >= 0)
            _slots[child.Slot] = value;
        _pending = child.HasChildren && value < _json.Length && _json[value] == '{' ? child : null;
    }

    private readonly void Clear(int firstSlot, int endSlot)
    {
        for (int i = firstSlot; i < endSlot; i++)
            _slots[i] = Unset;
    }

    private void OnOpen(int position)
    {
        PlanNode? next = _pending;
        _pending = null;
        if (_depth == 0 && _skipped == 0 && _json[position] == '{')
        {
            _elementStart = position;
            Clear(0, _slots.Length);
            next = _plan.Root;
        }

        if (next is null)
        {
            _skipped++;
            return;
        }

        _node = next;
        _depth++;
    }

    /// <summary>Leaves an object, or the container.</summary>
    /// <returns>True when an element has ended.</returns>
    private bool OnClose(int position)
    {
        if (_skipped > 0)
        {
            _skipped--;
            return false;
        }

        if (_json[position] != (_depth > 0 || _plan.OfMembers ? '}' : ']'))
            throw JsonFaults.At(_json, position, "another closing bracket");
        _ended = _depth == 0;
        if (_ended)
            return false;
        _depth--;
        _node = _node!.Parent;
        return _depth == 0;
    }

    private readonly bool TryMatch(int elementEnd, out JsonSlice match)
    {
        match = default;
        foreach (PlanCondition condition in _plan.Conditions)
        {
            int value = _slots[condition.Node.Slot];
            if (value < 0 || (condition.Test is not null && !condition.Test.Matches(_json, value)))
                return false;
        }

        if (_plan.Output is null)
        {
            match = new JsonSlice(_elementStart, elementEnd, _memberColon);
            return true;
        }

        int start = _slots[_plan.Output.Slot];
        if (start < 0)
            return false;
        match = new JsonSlice(start, 0);
        return true;
    }
}
