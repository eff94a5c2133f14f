namespace PyperCache.Http;

/// <summary>Patterns of paths: <c>*</c> stands for any text, <c>{name}</c> for one segment, all else for itself.</summary>
internal static class PathPattern
{
    /// <summary>Whether the path fits. Its query counts only when the pattern has one too.</summary>
    public static bool Matches(string pattern, string path)
    {
        int query = pattern.Contains('?', StringComparison.Ordinal) ? -1 : path.IndexOf('?', StringComparison.Ordinal);
        return Matches(pattern.AsSpan(), query < 0 ? path : path.AsSpan(0, query));
    }

    /// <summary>Puts the values that <paramref name="path"/> has at the placeholders of <paramref name="template"/> into the pattern.</summary>
    /// <returns>The pattern; placeholders without a value stay.</returns>
    public static string Fill(string pattern, string template, string path)
    {
        if (!pattern.Contains('{', StringComparison.Ordinal))
            return pattern;
        string[] names = WithoutQuery(template).Split('/');
        string[] values = WithoutQuery(path).Split('/');
        if (names.Length != values.Length)
            return pattern;
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i].StartsWith('{') && names[i].EndsWith('}'))
                pattern = pattern.Replace(names[i], values[i], StringComparison.OrdinalIgnoreCase);
        }

        return pattern;
    }

    public static string WithoutQuery(string path)
    {
        int query = path.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? path : path[..query];
    }

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path)
    {
        while (!pattern.IsEmpty)
        {
            if (pattern[0] == '*')
                return MatchesRest(pattern[1..], path, path.Length);
            if (pattern[0] == '{' && pattern.IndexOf('}') is > 0 and var close)
            {
                int end = path.IndexOfAny('/', '?');
                return path.Length > 0 && end != 0 && MatchesRest(pattern[(close + 1)..], path[1..], (end < 0 ? path.Length : end) - 1);
            }

            if (path.IsEmpty || path[0] != pattern[0])
                return false;
            pattern = pattern[1..];
            path = path[1..];
        }

        return path.IsEmpty;
    }

    /// <summary>Whether the pattern matches after skipping up to <paramref name="most"/> characters.</summary>
    private static bool MatchesRest(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path, int most)
    {
        for (int skipped = 0; skipped <= most; skipped++)
        {
            if (Matches(pattern, path[skipped..]))
                return true;
        }

        return false;
    }
}
