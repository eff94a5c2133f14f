using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace PyperCache.Json;

/// <summary>Checks, unescapes and transcodes the insides of JSON strings.</summary>
internal static class Utf8Text
{
    private const int StackChars = 256;

    /// <summary>The string of ASCII bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static string FromAscii(ref byte source, int length)
    {
        if (length == 0)
            return string.Empty;

        // The string is filled before anybody else can see it.
        string result = new('\0', length);
        Widen(ref source, ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(result.AsSpan())), length);
        return result;
    }

    /// <summary>The string of the inside of a JSON string.</summary>
    /// <param name="raw">The bytes between the quotes.</param>
    /// <param name="escaped">Whether there is a backslash among them.</param>
    /// <param name="fault">The offset of the first fault; -1 when there is none.</param>
    /// <returns>Null when there is a fault.</returns>
    [SkipLocalsInit]
    public static string? FromRaw(ReadOnlySpan<byte> raw, bool escaped, out int fault)
    {
        char[]? rented = null;
        Span<char> chars = raw.Length <= StackChars ? stackalloc char[StackChars] : (rented = ArrayPool<char>.Shared.Rent(raw.Length));
        try
        {
            int length = Transcode(raw, escaped, chars, out fault);
            return fault < 0 ? new string(chars[..length]) : null;
        }
        finally
        {
            if (rented is not null)
                ArrayPool<char>.Shared.Return(rented);
        }
    }

    /// <summary>Unescapes into UTF-8, which is never longer than the raw bytes.</summary>
    /// <returns>The number of bytes written.</returns>
    public static int Unescape(ReadOnlySpan<byte> raw, Span<byte> utf8, out int fault)
    {
        int length = 0;
        int i = 0;
        while (true)
        {
            int run = raw[i..].IndexOf((byte)'\\');
            ReadOnlySpan<byte> plain = run < 0 ? raw[i..] : raw.Slice(i, run);
            plain.CopyTo(utf8[length..]);
            length += plain.Length;
            i += plain.Length;
            if (run < 0)
                break;

            fault = i;
            if (!JsonEscape.TryRead(raw, ref i, out Rune rune))
                return 0;
            length += rune.EncodeToUtf8(utf8[length..]);
        }

        fault = -1;
        return length;
    }

    /// <summary>The offset of the first escape or byte that must not stand in a string; -1 when there is none. Control characters have been looked for already.</summary>
    public static int FindFault(ReadOnlySpan<byte> raw, bool escaped)
    {
        if (!Utf8.IsValid(raw))
            return FirstInvalidByte(raw);
        if (!escaped)
            return -1;

        int i = 0;
        while (true)
        {
            int run = raw[i..].IndexOf((byte)'\\');
            if (run < 0)
                return -1;
            i += run;
            int at = i;
            if (!JsonEscape.TryRead(raw, ref i, out _))
                return at;
        }
    }

    private static int Transcode(ReadOnlySpan<byte> raw, bool escaped, Span<char> chars, out int fault)
    {
        int length = 0;
        int i = 0;
        while (true)
        {
            int run = escaped ? raw[i..].IndexOf((byte)'\\') : -1;
            ReadOnlySpan<byte> plain = run < 0 ? raw[i..] : raw.Slice(i, run);
            if (Utf8.ToUtf16(plain, chars[length..], out int read, out int written, replaceInvalidSequences: false) != OperationStatus.Done)
            {
                fault = i + read;
                return 0;
            }

            length += written;
            i += plain.Length;
            if (run < 0)
                break;

            fault = i;
            if (!JsonEscape.TryRead(raw, ref i, out Rune rune))
                return 0;
            length += rune.EncodeToUtf16(chars[length..]);
        }

        fault = -1;
        return length;
    }

    private static int FirstInvalidByte(ReadOnlySpan<byte> raw)
    {
        int i = 0;
        while (Rune.DecodeFromUtf8(raw[i..], out _, out int length) == OperationStatus.Done)
            i += length;
        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Widen(ref byte source, ref ushort target, int length)
    {
        if (length >= 16)
            WidenLong(ref source, ref target, length);
        else if (length >= 8)
            WidenTwice(ref source, ref target, length);
        else
            WidenShort(ref source, ref target, length);
    }

    private static void WidenLong(ref byte source, ref ushort target, int length)
    {
        int i = 0;
        for (; i <= length - 16; i += 16)
            Widen16(ref source, ref target, i);
        if (i < length)
            Widen16(ref source, ref target, length - 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Widen16(ref byte source, ref ushort target, int i)
    {
        Vector128<byte> v = Vector128.LoadUnsafe(ref source, (nuint)i);
        Vector128.WidenLower(v).StoreUnsafe(ref target, (nuint)i);
        Vector128.WidenUpper(v).StoreUnsafe(ref target, (nuint)i + 8);
    }

    // Two overlapping halves cover 8 to 15 bytes.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WidenTwice(ref byte source, ref ushort target, int length)
    {
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref source)).AsByte()).StoreUnsafe(ref target);
        ref byte last = ref Unsafe.Add(ref source, length - 8);
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref last)).AsByte()).StoreUnsafe(ref target, (nuint)(length - 8));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WidenShort(ref byte source, ref ushort target, int length)
    {
        if (length >= 4)
        {
            Widen4(ref source, ref target);
            Widen4(ref Unsafe.Add(ref source, length - 4), ref Unsafe.Add(ref target, length - 4));
            return;
        }

        for (int i = 0; i < length; i++)
            Unsafe.Add(ref target, i) = Unsafe.Add(ref source, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Widen4(ref byte source, ref ushort target)
    {
        ulong four = Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref source)).AsByte()).AsUInt64().ToScalar();
        Unsafe.WriteUnaligned(ref Unsafe.As<ushort, byte>(ref target), four);
    }
}
