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
