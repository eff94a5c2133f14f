namespace PyperCache.Query;

/// <summary>The selectors parsed last, so that a text written in a loop is parsed once. Bounded: a text that falls into the same place takes it over.</summary>
internal static class SelectorCache
{
    private const int Places = 256;

    private static readonly Entry?[] s_entries = new Entry?[Places];

    /// <exception cref="SelectorSyntaxException">The text is no selector.</exception>
    public static Selector Get(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ref Entry? place = ref s_entries[(uint)text.GetHashCode(StringComparison.Ordinal) % Places];
        Entry? known = Volatile.Read(ref place);
        if (known is not null && known.Text == text)
            return known.Selector;
        var parsed = new Entry(text, Selector.Parse(text));
        Volatile.Write(ref place, parsed);
        return parsed.Selector;
    }

    private sealed record Entry(string Text, Selector Selector);
}
