namespace PyperCache.Core.Tests.Json.Differential;

/// <summary>A document without what a skip need not look at: each number or literal is a 0, each byte beyond ASCII an x, no escape a surrogate.</summary>
internal static class Skeleton
{
    public static byte[] Of(ReadOnlySpan<byte> json)
    {
        var result = new List<byte>(json.Length);
        int i = 0;
        while (i < json.Length)
        {
            if (json[i] == '"')
                CopyString(json, ref i, result);
            else if ("{}[]:, \t\r\n"u8.Contains(json[i]))
                result.Add(json[i++]);
            else
                CopyScalar(json, ref i, result);
        }

        return [.. result];
    }

    /// <summary>Whether the first value has brackets that match, of which no more than 64 are open at once, and whole strings.</summary>
    public static bool HasSoundBrackets(ReadOnlySpan<byte> json)
    {
        var open = new Stack<byte>();
        for (int i = 0; i < json.Length; i++)
        {
            byte b = json[i];
            if (b == '"')
            {
                if (!IsSoundString(json, ref i))
                    return false;
            }
            else if (b is (byte)'{' or (byte)'[')
            {
                open.Push(b);
                if (open.Count > 64)
                    return false;
            }
            else if (b is (byte)'}' or (byte)']')
            {
                if (open.Count == 0 || open.Pop() != (b == '}' ? '{' : '['))
                    return false;
                if (open.Count == 0)
                    return json[(i + 1)..].Trim(" \t\r\n"u8).IsEmpty;
            }
        }

        return false;
    }

    /// <summary>Moves to the closing quote.</summary>
    private static bool IsSoundString(ReadOnlySpan<byte> json, ref int i)
    {
        int start = i++;
        while (i < json.Length && json[i] != '"')
            i += json[i] == '\\' ? 2 : 1;
        return i < json.Length && Reference.Accepts(Of(json[start..(i + 1)]));
    }

    private static void CopyScalar(ReadOnlySpan<byte> json, ref int i, List<byte> result)
    {
        result.Add((byte)'0');
        for (; i < json.Length && !"{}[]:, \t\r\n\""u8.Contains(json[i]); i++)
        {
            // A backslash is noticed wherever it is.
            if (json[i] == '\\')
                result.Add((byte)'\\');
        }
    }

    private static void CopyString(ReadOnlySpan<byte> json, ref int i, List<byte> result)
    {
        result.Add(json[i++]);
        while (i < json.Length && json[i] != '"')
        {
            if (json[i] == '\\' && i + 1 < json.Length)
                result.Add(json[i++]);
            result.Add(json[i] > 0x7F ? (byte)'x' : json[i]);
            i++;
            if (result[^2] == '\\' && result[^1] == 'u' && i < json.Length && json[i] is (byte)'d' or (byte)'D')
            {
                result.Add((byte)'0');
                i++;
            }
        }

        if (i < json.Length)
            result.Add(json[i++]);
    }
}
