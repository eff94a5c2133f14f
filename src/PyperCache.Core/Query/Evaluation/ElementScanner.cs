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
    private ulong _bits;
    private PlanNode? _node;
    private PlanNode? _pending;
    private int _depth;
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

    /// <summary>Whether keys at the present depth matter.</summary>
    private readonly bool WantsColons => _node is not null || (_depth == 0 && _plan.OfMembers);

    /// <summary>Goes to the next match. The end of a value inside an element is left open, at 0.</summary>
    /// <exception cref="JsonException">The brackets do not fit.</exception>
    public bool MoveNext(out JsonSlice match)
    {
        match = default;
        while (!_ended)
        {
            int position = NextStop(out ulong bit);
            if ((_block.Colons & bit) != 0)
                OnColon(position);
            else if ((_block.Opens & bit) != 0)
                OnOpen(position, bit);
            else if (OnClose(position, bit) && TryMatch(position + 1, out match))
                return true;
        }

        return false;
    }

    /// <summary>The offset of the next bracket, or of the next colon that follows a key that may be wanted.</summary>
    private int NextStop(out ulong bit)
    {
        PlanNode? node = _block.LastEscape > _elementStart ? null : _node;
        ulong bits = _bits;
        while (true)
        {
            while (bits == 0)
            {
                LoadBlock();
                bits = _bits;
                if (_block.LastEscape > _elementStart)
                    node = null;
            }

            bit = bits & (0 - bits);
            bits ^= bit;
            int position = _block.Start + BitOperations.TrailingZeroCount(bit);
            if (node is null || (_block.Colons & bit) == 0 || position < sizeof(ulong) || !node.IsNoChild(LastBytes(position)))
            {
                _bits = bits;
                return position;
            }
        }
    }

    private readonly ulong LastBytes(int end) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref MemoryMarshal.GetReference(_json), end - sizeof(ulong)));

    private void LoadBlock()
    {
        if (!_block.MoveNext())
            throw JsonFaults.At(_json, _json.Length, _plan.OfMembers ? "'}' at the end of an object" : "']' at the end of an array");
        _bits = Wanted(ulong.MaxValue);
    }

    private readonly ulong Wanted(ulong mask) => (WantsColons ? _block.Colons | _block.Opens | _block.Closes : _block.Opens | _block.Closes) & mask;

    private void OnColon(int position)
    {
        if (_depth == 0)
        {
            _memberColon = position;
            return;
        }

        if (_node!.FindChild(_json, position, _block.LastEscape > _elementStart) is not { } child)
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

    private void OnOpen(int position, ulong bit)
    {
        PlanNode? next = _pending;
        _pending = null;
        if (_depth == 0 && _json[position] == '{')
        {
            _elementStart = position;
            Clear(0, _slots.Length);
            next = _plan.Root;
        }

        if (next is null)
        {
            SkipNested(bit);
            return;
        }

        _node = next;
        _depth++;
        _bits = Wanted(~(bit | (bit - 1)));
    }

    /// <summary>At an opening bracket: goes behind the closing one.</summary>
    private void SkipNested(ulong bit)
    {
        ulong rest = ~(bit | (bit - 1));

        // Mostly it is small and holds no other.
        ulong next = (_block.Opens | _block.Closes) & rest;
        next &= 0 - next;
        if ((_block.Closes & next) != 0)
        {
            _bits = Wanted(~(next | (next - 1)));
            return;
        }

        SkipDeep(rest);
    }

    private void SkipDeep(ulong rest)
    {
        int depth = 1;
        while (true)
        {
            ulong closes = _block.Closes & rest;
            ulong opens = _block.Opens & rest;
            int closing = BitOperations.PopCount(closes);
            if (closing < depth)
            {
                depth += BitOperations.PopCount(opens) - closing;
                LoadBlock();
                rest = ulong.MaxValue;
                continue;
            }

            for (ulong brackets = opens | closes; brackets != 0; brackets &= brackets - 1)
            {
                ulong lowest = brackets & (0 - brackets);
                depth += (opens & lowest) != 0 ? 1 : -1;
                if (depth > 0)
                    continue;
                _bits = Wanted(~(lowest | (lowest - 1)));
                return;
            }

            LoadBlock();
            rest = ulong.MaxValue;
        }
    }

    /// <summary>Leaves an object, or the container.</summary>
    /// <returns>True when an element has ended.</returns>
    private bool OnClose(int position, ulong bit)
    {
        if (_json[position] != (_depth > 0 || _plan.OfMembers ? '}' : ']'))
            throw JsonFaults.At(_json, position, "another closing bracket");
        if (_depth == 0)
        {
            _ended = true;
            return false;
        }

        _depth--;
        _node = _node!.Parent;
        _bits = Wanted(~(bit | (bit - 1)));
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
