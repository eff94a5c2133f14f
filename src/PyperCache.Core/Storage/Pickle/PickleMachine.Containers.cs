using System.Runtime.InteropServices;

namespace PyperCache.Storage.Pickle;

/// <summary>Lists, tuples, sets and dictionaries.</summary>
internal sealed partial class PickleMachine
{
    private bool TryContainer(Opcode opcode)
    {
        switch (opcode)
        {
            case Opcode.EmptyList: Push(new PickleSequence(SequenceKind.List)); return true;
            case Opcode.EmptyTuple: Push(new PickleSequence(SequenceKind.Tuple)); return true;
            case Opcode.EmptySet: Push(new PickleSequence(SequenceKind.Set)); return true;
            case Opcode.EmptyDict: PushDict(new PickleDict()); return true;
            case Opcode.List: Gather(SequenceKind.List, LastMark(), hasMark: true); return true;
            case Opcode.Tuple: Gather(SequenceKind.Tuple, LastMark(), hasMark: true); return true;
            case Opcode.FrozenSet: Gather(SequenceKind.FrozenSet, LastMark(), hasMark: true); return true;
            case Opcode.Tuple1: Gather(SequenceKind.Tuple, _stack.Count - 1, hasMark: false); return true;
            case Opcode.Tuple2: Gather(SequenceKind.Tuple, _stack.Count - 2, hasMark: false); return true;
            case Opcode.Tuple3: Gather(SequenceKind.Tuple, _stack.Count - 3, hasMark: false); return true;
            case Opcode.Dict: GatherDict(LastMark()); return true;
            case Opcode.Append: AddTo(SequenceKind.List, _stack.Count - 1, hasMark: false); return true;
            case Opcode.Appends: AddTo(SequenceKind.List, LastMark(), hasMark: true); return true;
            case Opcode.AddItems: AddTo(SequenceKind.Set, LastMark(), hasMark: true); return true;
            case Opcode.SetItem: SetItems(_stack.Count - 2, hasMark: false); return true;
            case Opcode.SetItems: SetItems(LastMark(), hasMark: true); return true;
            default: return false;
        }
    }

    /// <summary>The first dictionary, when nothing is below it, is the one that the pickle stands for.</summary>
    private void PushDict(PickleDict dict)
    {
        if (root is not null && _root is null && _stack.Count == 0)
            _root = dict;
        Push(dict);
    }

    private void Gather(SequenceKind kind, int from, bool hasMark)
    {
        int first = hasMark ? from + 1 : from;
        CheckItems(first);
        long start = hasMark || first < _starts.Count ? _starts[from] : _opcodeAt;
        var items = new PickleSequence(kind);
        items.AddRange(CollectionsMarshal.AsSpan(_stack)[first..]);
        Truncate(from);
        Push(items);
        _starts[^1] = start;
    }

    private void GatherDict(int mark)
    {
        long start = _starts[mark];
        if (root is not null && _root is null && mark == 0)
            _root = [];
        PickleDict dict = mark == 0 && _root is { Count: 0 } ? _root : [];
        AddPairs(dict, mark + 1);
        Truncate(mark);
        Push(dict);
        _starts[^1] = start;
    }

    private void AddTo(SequenceKind kind, int from, bool hasMark)
    {
        int first = hasMark ? from + 1 : from;
        CheckItems(first);
        if (from < 1 || _stack[from - 1] is not PickleSequence sequence || sequence.Kind != kind)
            throw Damaged();
        for (int i = first; i < _stack.Count; i++)
            sequence.Add(_stack[i]);
        Truncate(from);
    }

    private void SetItems(int from, bool hasMark)
    {
        if (from < 1 || _stack[from - 1] is not PickleDict dict)
            throw Damaged();
        AddPairs(dict, hasMark ? from + 1 : from);
        Truncate(from);
    }

    private void AddPairs(PickleDict dict, int first)
    {
        CheckItems(first);
        if ((_stack.Count - first) % 2 != 0)
            throw Damaged();
        for (int i = first; i < _stack.Count; i += 2)
        {
            if (ReferenceEquals(dict, _root))
                root!.Item(_stack[i], _stack[i + 1], _starts[i], i + 2 < _stack.Count ? _starts[i + 2] : _opcodeAt);
            else
                dict.Add(new(_stack[i], _stack[i + 1]));
        }
    }

    private void CheckItems(int first)
    {
        if (first < 0)
            throw Damaged();
        for (int i = first; i < _stack.Count; i++)
        {
            if (ReferenceEquals(_stack[i], s_mark))
                throw Damaged();
        }
    }
}
