using System.Runtime.CompilerServices;
using System.Text;

namespace PyperCache.Json;

/// <summary>Reads one escape of a JSON string.</summary>
internal static class JsonEscape
{
    /// <summary>The length of the longest escape, <c>\uXXXX</c>.</summary>
    public const int MaxLength = 6;

    // A bit for each character that stands alone behind a backslash, those up to '?' and those from '@' on.
    private const ulong LowLetters = (1UL << '"') | (1UL << '/');
    private const ulong HighLetters = (1UL << ('\\' - 64)) | (1UL << ('b' - 64)) | (1UL << ('f' - 64)) | (1UL << ('n' - 64)) | (1UL << ('r' - 64)) | (1UL << ('t' - 64));

    /// <summary>Reads the escape at a backslash and moves behind it; two <c>\u</c> escapes that are a surrogate pair are one.</summary>
    /// <param name="raw">The inside of a string.</param>
    /// <param name="i">The offset of the backslash; moved only when the result is true.</param>
    /// <param name="rune">The character that the escape stands for.</param>
    /// <returns>False when the escape is unknown or incomplete, or a surrogate stands alone.</returns>
    public static bool TryRead(ReadOnlySpan<byte> raw, ref int i, out Rune rune)
    {
        rune = default;
        if (i + 1 >= raw.Length)
            return false;
        if (raw[i + 1] == 'u')
            return TryReadUnicode(raw, ref i, out rune);

        char c = raw[i + 1] switch
        {
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            (byte)'/' => '/',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => '\0',
        };
        i += 2;
        rune = new Rune(c);
        if (c != '\0')
            return true;
        i -= 2;
        return false;
    }

    /// <summary>Whether a character may follow a backslash and is all of the escape.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsLetter(byte c) => c < 128 & (((c < 64 ? LowLetters : HighLetters) >> (c & 63)) & 1) != 0;

    /// <summary>The length of an escape that is a character by itself; 0 when it is wrong, or half of a surrogate pair.</summary>
    /// <param name="backslash">The backslash, behind which <see cref="MaxLength"/> bytes may be read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LengthOf(ref byte backslash)
    {
        byte letter = Unsafe.Add(ref backslash, 1);
        if (IsLetter(letter))
            return 2;
        ref byte digits = ref Unsafe.Add(ref backslash, 2);
        bool isCharacter = letter == 'u' && AreDigits(Unsafe.ReadUnaligned<uint>(ref digits)) && ((digits | 0x20) != 'd' || Unsafe.Add(ref digits, 1) < '8');
        return isCharacter ? MaxLength : 0;
    }

    /// <summary>Whether four bytes are hexadecimal digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreDigits(uint four)
    {
        // The highest bit of a byte tells whether an addition has brought it to 128, that is, whether the byte is at least the digit or the letter.
        uint digits = (four + FromFirst('0')) & ~(four + FromFirst('9' + 1));
        uint lower = four | 0x2020_2020;
        uint letters = (lower + FromFirst('a')) & ~(lower + FromFirst('f' + 1));
        return ((digits | letters) & ~four & 0x8080_8080) == 0x8080_8080;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint FromFirst(int first) => 0x0101_0101u * (uint)(128 - first);

    private static bool TryReadUnicode(ReadOnlySpan<byte> raw, ref int i, out Rune rune)
    {
        rune = default;
        if (!TryReadUnit(raw[i..], out char first))
            return false;
        if (Rune.TryCreate(first, out rune))
        {
            i += 6;
            return true;
        }

        if (!TryReadUnit(raw[(i + 6)..], out char second) || !Rune.TryCreate(first, second, out rune))
            return false;
        i += 12;
        return true;
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> text, out char unit)
    {
        unit = default;
        if (text.Length < 6 || text[0] != '\\' || text[1] != 'u')
            return false;
        int value = 0;
        foreach (byte b in text.Slice(2, 4))
        {
            if (!char.IsAsciiHexDigit((char)b))
                return false;
            value = (value << 4) | (b <= '9' ? b - '0' : (b | 0x20) - 'a' + 10);
        }

        unit = (char)value;
        return true;
    }
}
