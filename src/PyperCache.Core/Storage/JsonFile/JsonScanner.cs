using System.Buffers;

namespace PyperCache.Storage.JsonFile;

/// <summary>Finds where values end by quotes and brackets alone. So a record that is no JSON, as Python's NaN makes it, does not hide the others.</summary>
internal static class JsonScanner
{
    private static readonly SearchValues<byte> s_structure = SearchValues.Create("\"{}[]"u8);
    private static readonly SearchValues<byte> s_endOfScalar = SearchValues.Create(",}] \t\r\n"u8);

    /// <summary>The first place from there on that is no white space; -1 when there is none.</summary>
    public static int SkipWhiteSpace(ReadOnlySpan<byte> bytes, int from)
    {
        int found = bytes[from..].IndexOfAnyExcept(" \t\r\n"u8);
        return found < 0 ? -1 : from + found;
    }

    /// <summary>The place behind the string that begins there; -1 when it does not end.</summary>
    public static int EndOfString(ReadOnlySpan<byte> bytes, int from)
    {
        int at = from + 1;
        while (at < bytes.Length)
        {
            int found = bytes[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (found < 0)
                return -1;
            at += found;
            if (bytes[at] == '"')
                return at + 1;
            at += 2;
        }

        return -1;
    }

    /// <summary>The place behind the value that begins there; -1 when it does not end.</summary>
    public static int EndOfValue(ReadOnlySpan<byte> bytes, int from) => (char)bytes[from] switch
    {
        '"' => EndOfString(bytes, from),
        '{' or '[' => EndOfBrackets(bytes, from),
        _ => EndOfScalar(bytes, from),
    };

    private static int EndOfScalar(ReadOnlySpan<byte> bytes, int from)
    {
        int found = bytes[from..].IndexOfAny(s_endOfScalar);
        return found < 0 ? -1 : from + found;
    }

    private static int EndOfBrackets(ReadOnlySpan<byte> bytes, int from)
    {
        int depth = 0;
        int at = from;
        while (at >= 0 && at < bytes.Length)
        {
            int found = bytes[at..].IndexOfAny(s_structure);
            if (found < 0)
                return -1;
            at += found;
            switch ((char)bytes[at])
            {
                case '"':
                    at = EndOfString(bytes, at);
                    continue;
                case '{' or '[':
                    depth++;
                    break;
                default:
                    depth--;
                    break;
            }

            at++;
            if (depth == 0)
                return at;
        }

        return -1;
    }
}
