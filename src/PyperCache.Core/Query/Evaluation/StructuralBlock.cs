using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PyperCache.Json;

namespace PyperCache.Query.Evaluation;

/// <summary>Where the brackets and colons outside of strings are in 64 bytes of JSON, one bit for each byte.</summary>
/// <remarks>Moves through the JSON block by block; it must start outside of a string.</remarks>
internal ref struct StructuralBlock
{
    private const int Size = 64;

    // '{' and '[' differ in this bit alone, and so do '}' and ']'.
    private const byte BracketBit = 0x20;

    private readonly ReadOnlySpan<byte> _json;
    private ulong _insideString;
    private ulong _escapedFirst;

    public StructuralBlock(ReadOnlySpan<byte> json, int start)
    {
        _json = json;
        Start = start - Size;
        LastEscape = -1;
    }

    /// <summary>The offset of the byte that the lowest bit stands for.</summary>
    public int Start { get; private set; }

    public ulong Colons { get; private set; }

    public ulong Opens { get; private set; }

    public ulong Closes { get; private set; }

    /// <summary>The end of the last block that held a backslash; -1 when there was none.</summary>
    public int LastEscape { get; private set; }

    /// <summary>Goes to the next block.</summary>
    /// <returns>False at the end of the JSON.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        int start = Start + Size;
        if (start > _json.Length - Size)
            return MoveToLast(start);
        Start = start;
        Read(ref Unsafe.Add(ref MemoryMarshal.GetReference(_json), start));
        return true;
    }

    [SkipLocalsInit]
    private bool MoveToLast(int start)
    {
        if (start >= _json.Length)
            return false;
        Span<byte> padded = stackalloc byte[Size];
        padded.Fill((byte)' ');
        _json[start..].CopyTo(padded);
        Start = start;
        Read(ref MemoryMarshal.GetReference(padded));
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Read(ref byte block)
    {
        ulong quotes = ByteMask.Find(ref block, (byte)'"');
        ulong backslashes = ByteMask.Find(ref block, (byte)'\\');
        if ((backslashes | _escapedFirst) != 0)
            quotes &= ~Escaped(backslashes);

        // Set from each opening quote up to the byte before the closing one.
        ulong inside = Bits.PrefixXor(quotes) ^ _insideString;
        _insideString = (ulong)((long)inside >> 63);
        Colons = ByteMask.Find(ref block, (byte)':') & ~inside;
        Opens = ByteMask.Find(ref block, (byte)'{', BracketBit) & ~inside;
        Closes = ByteMask.Find(ref block, (byte)'}', BracketBit) & ~inside;
    }

    private ulong Escaped(ulong backslashes)
    {
        ulong escaped = _escapedFirst;
        _escapedFirst = 0;
        if (backslashes != 0)
            LastEscape = Start + Size;
        for (; backslashes != 0; backslashes &= backslashes - 1)
        {
            int i = BitOperations.TrailingZeroCount(backslashes);
            if ((escaped >> i & 1) != 0)
                continue;
            if (i == Size - 1)
                _escapedFirst = 1;
            else
                escaped |= 2UL << i;
        }

        return escaped;
    }
}
