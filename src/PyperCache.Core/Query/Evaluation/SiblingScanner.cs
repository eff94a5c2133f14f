using System.Numerics;

namespace PyperCache.Query.Evaluation;

/// <summary>Looks through the members that follow a value in the same object, up to some offset.</summary>
internal ref struct SiblingScanner
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly int _end;
    private StructuralBlock _block;

    /// <param name="json">All bytes.</param>
    /// <param name="value">The offset of a value in an object.</param>
    /// <param name="end">Where to stop looking.</param>
    public SiblingScanner(ReadOnlySpan<byte> json, int value, int end)
    {
        _json = json;
        _end = end;
        _block = new StructuralBlock(json, value);
    }

    /// <summary>Whether one of the members has a key. False when the object ends first.</summary>
    public bool Contains(KeyPattern key)
    {
        int depth = 0;
        while (_block.MoveNext() && _block.Start < _end)
        {
            for (ulong bits = _block.Colons | _block.Opens | _block.Closes; bits != 0; bits &= bits - 1)
            {
                ulong bit = bits & (0 - bits);
                if ((_block.Opens & bit) != 0)
                    depth++;
                else if ((_block.Closes & bit) != 0)
                    depth--;
                else if (depth == 0 && IsKeyBefore(_block.Start + BitOperations.TrailingZeroCount(bit), key))
                    return true;
                if (depth < 0)
                    return false;
            }
        }

        return false;
    }

    private readonly bool IsKeyBefore(int colon, KeyPattern key) => colon < _end && key.MatchesBefore(_json, colon, mayHoldEscapes: true);
}
