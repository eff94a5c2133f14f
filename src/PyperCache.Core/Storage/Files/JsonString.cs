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
