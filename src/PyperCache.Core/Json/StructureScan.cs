using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PyperCache.Json;

/// <summary>Finds the end of an array or object 64 bytes at a time, and checks on the way what can be checked on bits.</summary>
/// <remarks>
/// Each bit of a mask stands for one byte of the block. Checked are brackets and their kinds, depth, commas, colons, that keys are strings,
/// the ends and escapes of strings and that they hold no control characters. Not checked are numbers, literals, surrogates and UTF-8.
/// A key is a string that follows a <c>{</c>, or a comma in an object; exactly behind the ends of keys stand colons, and that settles the order
/// of all tokens. The fields carry over what the next block must know of the ones before.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal ref struct StructureScan
{
    private const int BlockSize = BlockMasks.Size;

    /// <summary>How many bytes are checked as above. Of what is longer, only brackets, depth and strings are looked at in the rest.</summary>
    private const int Thorough = 4096;

    private readonly ref byte _json;
    private readonly int _length;
    private int _depthLeft;

    // One bit per open bracket, the innermost lowest: 1 for an object.
    private ulong _objects;
    private int _open;

    // All ones while a block begins inside a string; 1 when it begins with an escaped byte.
    private ulong _inString;
    private ulong _escaped;

    // 1 when the last byte of the block before was such a one, or white space behind it.
    private ulong _afterOpen;
    private ulong _afterComma;
    private ulong _afterColon;
    private ulong _afterValue;
    private ulong _afterKey;

    // 1 when the block before ended inside a scalar, or inside a key.
    private ulong _inScalar;
    private ulong _inKey;

    private StructureScan(ref byte json, int length, int depthLeft)
    {
        _json = ref json;
        _length = length;
        _depthLeft = depthLeft;

        // What stands before the first bracket is as good as a comma in an array.
        _afterComma = 1;
    }

    /// <summary>Finds the end of the array or object that starts at an offset.</summary>
    /// <param name="json">The first byte of the JSON.</param>
    /// <param name="start">The offset of the opening bracket.</param>
    /// <param name="length">The number of bytes of the JSON.</param>
    /// <param name="depthLeft">How many levels may be opened, at most 64.</param>
    /// <returns>The offset behind the closing bracket; -1 when there is a fault.</returns>
    public static int FindEnd(ref byte json, int start, int length, int depthLeft)
    {
        var scan = new StructureScan(ref json, length, depthLeft);
        int p = start;
        for (; p < length && p - start < Thorough; p += BlockSize)
        {
            int used = scan.Read(p, out bool isFaulty);
            if (isFaulty)
                return -1;
            if (used > 0)
                return p + used;
        }

        return p < length ? scan.FindEndByBrackets(p) : -1;
    }

    /// <summary>Reads a block.</summary>
    /// <returns>The number of bytes up to the end that is looked for; 0 when the block does not hold it.</returns>
    private int Read(int p, out bool isFaulty)
    {
        BlockMasks masks = p <= _length - BlockSize ? BlockMasks.Of(ref Unsafe.Add(ref _json, p)) : BlockMasks.OfTail(ref Unsafe.Add(ref _json, p), _length - p);
        ulong quotes = masks.Quotes;
        bool ok = true;
        ulong escaped = _escaped;
        if ((masks.Backslashes | escaped) != 0)
        {
            escaped = FindEscaped(masks.Backslashes);
            quotes &= ~escaped;
        }

        // From each opening quote up to the last byte before the closing one.
        ulong strings = Bits.PrefixXor(quotes) ^ _inString;
        _inString = (ulong)((long)strings >> 63);
        ulong faults = (masks.Backslashes | escaped) == 0 ? 0 : BadEscapes(p, escaped, strings, masks.Backslashes);

        ulong brackets = masks.Brackets & ~strings;
        ulong objects = 0UL - (_objects & 1);
        ulong opens = 0;
        int end = 0;
        while (brackets != 0)
        {
            int bit = BitOperations.TrailingZeroCount(brackets);
            brackets &= brackets - 1;
            byte bracket = Unsafe.Add(ref _json, p + bit);
            ulong isObject = (ulong)(bracket >> 5) & 1;
            ulong before = _objects & 1;
            if ((bracket & 2) != 0)
            {
                opens |= 1UL << bit;
                _objects = (_objects << 1) | isObject;
                ok &= ++_open <= _depthLeft;
            }
            else
            {
                ok &= before == isObject;
                _objects >>= 1;
                if (--_open <= 0)
                {
                    end = bit + 1;
                    break;
                }
            }

            // From here on, up to the next bracket.
            if ((_objects & 1) != before)
                objects ^= ~1UL << bit;
        }

        faults |= Faults(in masks, quotes, strings, opens, objects);
        isFaulty = !ok | (faults & UpTo(end)) != 0;
        return end;
    }

    /// <summary>Goes on, but looks at brackets and strings alone.</summary>
    private int FindEndByBrackets(int p)
    {
        ulong inString = _inString;
        ulong objects = _objects;
        int open = _open;
        uint faults = 0;
        for (; p < _length; p += BlockSize)
        {
            BracketMasks masks = p <= _length - BlockSize ? BracketMasks.Of(ref Unsafe.Add(ref _json, p)) : BracketMasks.OfTail(ref Unsafe.Add(ref _json, p), _length - p);
            ulong quotes = masks.Quotes;
            ulong badBytes = 0;
            ulong escaped = 0;
            if ((masks.Backslashes | _escaped) != 0)
            {
                escaped = FindEscaped(masks.Backslashes);
                quotes &= ~escaped;
            }

            ulong strings = Bits.PrefixXor(quotes) ^ inString;
            inString = (ulong)((long)strings >> 63);
            if ((escaped | masks.Backslashes) != 0)
                badBytes = BadEscapes(p, escaped, strings, masks.Backslashes);
            badBytes |= masks.Controls & strings;

            // Most blocks have none, and the processor knows that before it knows where the strings are.
            if (masks.Brackets != 0)
            {
                for (ulong brackets = masks.Brackets & ~strings; brackets != 0; brackets &= brackets - 1)
                {
                    int bit = BitOperations.TrailingZeroCount(brackets);
                    uint bracket = Unsafe.Add(ref _json, p + bit);
                    uint isObject = (bracket >> 5) & 1;
                    if ((bracket & 4) == 0)
                    {
                        objects = (objects << 1) | isObject;
                        faults |= (uint)(_depthLeft - ++open) >> 31;
                        continue;
                    }

                    faults |= ((uint)objects ^ isObject) & 1;
                    objects >>= 1;

                    // What is wrong behind the end is not part of the value.
                    if (--open <= 0)
                        return (badBytes & UpTo(bit + 1)) == 0 && faults == 0 ? p + bit + 1 : -1;
                }
            }

            if (badBytes != 0)
                return -1;
        }

        return -1;
    }

    private static ulong UpTo(int end) => end is 0 or BlockSize ? ulong.MaxValue : (1UL << end) - 1;

    /// <summary>The tokens that stand where they must not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong Faults(in BlockMasks masks, ulong quotes, ulong strings, ulong opens, ulong objects)
    {
        ulong spaces = masks.Spaces & ~strings;
        ulong commas = masks.Commas & ~strings;
        ulong colons = masks.Colons & ~strings;
        ulong closes = masks.Brackets & ~strings & ~opens;
        ulong scalars = ~(masks.Quotes | strings | spaces | commas | colons | masks.Brackets);
        ulong stringStarts = quotes & strings;
        ulong stringEnds = quotes & ~strings;
        ulong scalarStarts = scalars & ~((scalars << 1) | _inScalar);
        _inScalar = scalars >> 63;

        ulong behindOpen = Behind(opens, spaces, ref _afterOpen);
        ulong behindComma = Behind(commas, spaces, ref _afterComma);
        ulong behindColon = Behind(colons, spaces, ref _afterColon);
        ulong behindValue = Behind(scalars | stringEnds | closes, spaces, ref _afterValue);

        // Adding the first bit of a string to all of its bits leaves a carry at the closing quote.
        ulong keyStarts = stringStarts & objects & (behindOpen | behindComma);
        ulong sum = strings + keyStarts;
        ulong carry = sum < strings ? 1UL : 0;
        sum += _inKey;
        carry |= sum < _inKey ? 1UL : 0;
        _inKey = carry;
        ulong behindKey = Behind(sum & stringEnds, spaces, ref _afterKey);

        return ((stringStarts | scalarStarts | opens) & ~(behindOpen | behindComma | behindColon))
            | ((scalarStarts | opens) & objects & ~behindColon)
            | ((commas | colons) & ~behindValue)
            | (closes & ~(behindValue | behindOpen))
            | (colons ^ (behindKey & ~spaces))
            | (masks.Controls & strings);
    }

    /// <summary>The bytes that come next after those of a mask, spaces aside.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Behind(ulong mask, ulong spaces, ref ulong carry)
    {
        ulong next = (mask << 1) | carry;
        ulong sum = next + spaces;
        carry = (mask >> 63) | (sum < next ? 1UL : 0);
        return sum & ~spaces;
    }

    /// <summary>The bytes that stand behind a backslash that is not itself escaped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ulong FindEscaped(ulong backslashes)
    {
        ulong next = (backslashes << 1) | _escaped;
        if ((backslashes & next) != 0)
            return FindEscapedInRows(backslashes);
        _escaped = backslashes >> 63;
        return next;
    }

    /// <summary>The same where backslashes follow each other: in a row, every second one is escaped.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private ulong FindEscapedInRows(ulong backslashes)
    {
        const ulong Even = 0x5555_5555_5555_5555;
        backslashes &= ~_escaped;
        ulong behind = (backslashes << 1) | _escaped;
        ulong oddStarts = backslashes & ~Even & ~behind;
        ulong sum = oddStarts + backslashes;
        _escaped = sum < oddStarts ? 1UL : 0;
        return (Even ^ (sum << 1)) & behind;
    }

    /// <summary>The bytes that break an escape, and backslashes outside of strings.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly ulong BadEscapes(int p, ulong escaped, ulong strings, ulong backslashes)
    {
        ulong bad = backslashes & ~strings;
        escaped &= strings;

        // Where a block is four vectors, their lookups take as long as all of its escapes.
        if (Vector256.IsHardwareAccelerated && p <= _length - BlockSize)
        {
            EscapeMasks masks = EscapeMasks.Of(ref Unsafe.Add(ref _json, p));
            ulong units = escaped & masks.Units;

            // All digits are in the block.
            if (units >> (BlockSize - 4) == 0)
            {
                ulong oneOrTwoBehind = (units << 1) | (units << 2);
                return bad | (escaped & ~masks.Letters) | ((oneOrTwoBehind | (oneOrTwoBehind << 2)) & ~masks.Digits);
            }
        }

        return bad | BadEscapesOneByOne(p, escaped);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly ulong BadEscapesOneByOne(int p, ulong escaped)
    {
        ref byte json = ref _json;
        int length = _length;
        ulong bad = 0;
        for (; escaped != 0; escaped &= escaped - 1)
        {
            int at = p + BitOperations.TrailingZeroCount(escaped);
            byte letter = at < length ? Unsafe.Add(ref json, at) : (byte)0;
            bool isGood = letter == 'u'
                ? at < length - sizeof(uint) && JsonEscape.AreDigits(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref json, at + 1)))
                : JsonEscape.IsLetter(letter);
            bad |= isGood ? 0 : escaped & (0 - escaped);
        }

        return bad;
    }
}
