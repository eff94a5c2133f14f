using System.Buffers;
using System.Globalization;
using System.Text;

namespace PyperCache.Storage.Pickle;

/// <summary>Text as pickles keep it: UTF-8 in which half surrogate pairs are let through, as Python does.</summary>
internal static class PickleText
{
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="FormatException">It is no UTF-8, even so.</exception>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return s_strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return DecodeWithSurrogates(bytes);
        }
    }

    public static byte[] Encode(string text)
    {
        try
        {
            return s_strict.GetBytes(text);
        }
        catch (EncoderFallbackException)
        {
            return EncodeWithSurrogates(text);
        }
    }

    /// <summary>Text of protocol 0: Latin-1 with <c>\uXXXX</c> and <c>\UXXXXXXXX</c>.</summary>
    /// <exception cref="FormatException">An escape is malformed.</exception>
    public static string DecodeRawUnicodeEscape(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (int i = 0; i < bytes.Length; i++)
        {
            int digits = bytes[i] != '\\' || i + 1 == bytes.Length ? 0 : (char)bytes[i + 1] switch
            {
                'u' => 4,
                'U' => 8,
                _ => 0,
            };
            if (digits == 0)
            {
                text.Append((char)bytes[i]);
                continue;
            }

            AppendScalar(text, ParseHex(bytes, i + 2, digits));
            i += 1 + digits;
        }

        return text.ToString();
    }

    private static uint ParseHex(ReadOnlySpan<byte> bytes, int start, int digits)
    {
        if (start + digits > bytes.Length
            || !uint.TryParse(bytes.Slice(start, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint value)
            || value > 0x10ffff)
            throw new FormatException(StorageMessages.BadEscape);
        return value;
    }

    private static void AppendScalar(StringBuilder text, uint value)
    {
        if (value <= char.MaxValue)
            text.Append((char)value);
        else
            text.Append(char.ConvertFromUtf32((int)value));
    }

    private static string DecodeWithSurrogates(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out Rune rune, out int length) == OperationStatus.Done)
            {
                text.Append(rune.ToString());
            }
            else if (bytes.Length >= 3 && bytes[0] == 0xed && bytes[1] >= 0xa0 && bytes[2] is >= 0x80 and < 0xc0)
            {
                text.Append((char)(0xd000 | ((bytes[1] & 0x3f) << 6) | (bytes[2] & 0x3f)));
                length = 3;
            }
            else
            {
                throw new FormatException(StorageMessages.NoUtf8);
            }

            bytes = bytes[length..];
        }

        return text.ToString();
    }

    private static byte[] EncodeWithSurrogates(string text)
    {
        var bytes = new ArrayBufferWriter<byte>(3 * text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            Span<byte> space = bytes.GetSpan(4);
            if (Rune.TryGetRuneAt(text, i, out Rune rune))
            {
                bytes.Advance(rune.EncodeToUtf8(space));
                i += rune.Utf16SequenceLength - 1;
                continue;
            }

            space[0] = 0xed;
            space[1] = (byte)(0x80 | ((text[i] >> 6) & 0x3f));
            space[2] = (byte)(0x80 | (text[i] & 0x3f));
            bytes.Advance(3);
        }

        return bytes.WrittenSpan.ToArray();
    }
}
