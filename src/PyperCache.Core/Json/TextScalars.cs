using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace PyperCache.Json;

/// <summary>Reads the scalars that are written as strings.</summary>
internal static class TextScalars
{
    private const int GuidLength = 36;

    [SkipLocalsInit]
    public static bool TryRead(ref JsonCursor cursor, out char value)
    {
        Span<byte> buffer = stackalloc byte[32];
        value = '\0';
        if (!TryReadString(ref cursor, buffer, out ReadOnlySpan<byte> text)
            || Rune.DecodeFromUtf8(text, out Rune rune, out int length) != System.Buffers.OperationStatus.Done
            || length != text.Length
            || !rune.IsBmp)
        {
            return false;
        }

        value = (char)rune.Value;
        return true;
    }

    [SkipLocalsInit]
    public static bool TryRead(ref JsonCursor cursor, out Guid value)
    {
        Span<byte> buffer = stackalloc byte[GuidLength * 6];
        value = default;
        return TryReadString(ref cursor, buffer, out ReadOnlySpan<byte> text)
            && text.Length == GuidLength
            && Utf8Parser.TryParse(text, out value, out int length, 'D')
            && length == GuidLength;
    }

    public static bool TryRead(ref JsonCursor cursor, [NotNullWhen(true)] out Uri? value)
    {
        value = null;
        if (cursor.Peek() == JsonValueKind.String)
            return cursor.TryReadString(out string? text) && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out value);
        cursor.Skip();
        return false;
    }

    public static bool TryRead(ref JsonCursor cursor, [NotNullWhen(true)] out byte[]? value)
    {
        value = null;
        if (!TryReadString(ref cursor, [], out ReadOnlySpan<byte> text))
            return false;

        byte[] bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        if (Base64.DecodeFromUtf8(text, bytes, out _, out int length) != System.Buffers.OperationStatus.Done)
            return false;
        value = length == bytes.Length ? bytes : bytes[..length];
        return true;
    }

    /// <summary>Moves behind the value; true with its unescaped text when it is a string.</summary>
    internal static bool TryReadString(ref JsonCursor cursor, scoped Span<byte> buffer, out ReadOnlySpan<byte> text) =>
        cursor.TryReadText(buffer, out text, out JsonValueKind kind) && kind == JsonValueKind.String;
}
