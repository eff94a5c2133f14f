using System.Buffers;
using System.Globalization;
using System.Text;

namespace PyperCache.Storage.Files;

/// <summary>JSON strings as they stand in files, half surrogate pairs included, which Python writes and other readers refuse.</summary>
internal static class JsonString
{
    /// <summary>The text of what stands between the quotes.</summary>
    /// <exception cref="FormatException">An escape is malformed.</exception>
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        int escape = raw.IndexOf((byte)'\\');
        if (escape < 0)
            return Encoding.UTF8.GetString(raw);
        var text = new StringBuilder(raw.Length);
        while (escape >= 0)
        {
            text.Append(Encoding.UTF8.GetString(raw[..escape]));
            raw = raw[escape..];
            text.Append(Unescape(raw, out int length));
            raw = raw[length..];
            escape = raw.IndexOf((byte)'\\');
        }

        return text.Append(Encoding.UTF8.GetString(raw)).ToString();
    }

    /// <summary>Writes the text as a JSON string with its quotes, in ASCII as Python does.</summary>
    public static void Write(IBufferWriter<byte> target, ReadOnlySpan<char> text)
    {
        const int LongestEscape = 6;
        Span<byte> space = target.GetSpan(checked((LongestEscape * text.Length) + 2));
        int at = 0;
        space[at++] = (byte)'"';
        foreach (char c in text)
            at += WriteChar(space[at..], c);
        space[at++] = (byte)'"';
        target.Advance(at);
    }

    /// <summary>Writes the text as a JSON string with its quotes, in UTF-8; only what must be is escaped.</summary>
    public static void WriteUtf8(IBufferWriter<byte> target, ReadOnlySpan<char> text)
    {
        target.Write("\""u8);
        while (!text.IsEmpty)
        {
            int plain = LengthOfPlain(text);
            if (plain > 0)
                target.Advance(Encoding.UTF8.GetBytes(text[..plain], target.GetSpan(Encoding.UTF8.GetMaxByteCount(plain))));
            text = text[plain..];
            if (text.IsEmpty)
                break;
            target.Advance(WriteChar(target.GetSpan(6), text[0]));
            text = text[1..];
        }

        target.Write("\""u8);
    }

    /// <summary>How many characters from the beginning on need no escape.</summary>
    private static int LengthOfPlain(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is < ' ' or '"' or '\\')
                return i;
            if (!char.IsSurrogate(c))
                continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(c, text[i + 1]))
                return i;
            i++;
        }

        return text.Length;
    }

    private static int WriteChar(Span<byte> space, char c)
    {
        char letter = c switch
        {
            '"' or '\\' => c,
            '\n' => 'n',
            '\r' => 'r',
            '\t' => 't',
            '\b' => 'b',
            '\f' => 'f',
            _ => '\0',
        };
        if (letter != '\0')
        {
            space[0] = (byte)'\\';
            space[1] = (byte)letter;
            return 2;
        }

        if (c is >= ' ' and <= '~')
        {
            space[0] = (byte)c;
            return 1;
        }

        "\\u"u8.CopyTo(space);
        ((ushort)c).TryFormat(space[2..], out _, "x4", CultureInfo.InvariantCulture);
        return 6;
    }

    private static char Unescape(ReadOnlySpan<byte> raw, out int length)
    {
        length = 2;
        if (raw.Length < 2)
            throw new FormatException(StorageMessages.BadEscape);
        if (raw[1] == 'u' && raw.Length >= 6
            && ushort.TryParse(raw.Slice(2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
        {
            length = 6;
            return (char)code;
        }

        return (char)raw[1] switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'f' => '\f',
            '"' or '\\' or '/' => (char)raw[1],
            _ => throw new FormatException(StorageMessages.BadEscape),
        };
    }
}
