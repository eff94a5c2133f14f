namespace PyperCache.Models.Registry;

/// <summary>The text in which a cache remembers a type: <c>Name</c>, <c>list[Name]</c> or <c>dict[str, Name]</c>, as the Python original writes annotations.</summary>
internal readonly record struct CastName(CastKind Kind, string Model)
{
    private const string ListPrefix = "list[";
    private const string DictionaryPrefix = "dict[str, ";

    public static CastName Parse(string text)
    {
        if (text.EndsWith(']'))
        {
            if (text.StartsWith(ListPrefix, StringComparison.Ordinal))
                return new(CastKind.List, text[ListPrefix.Length..^1]);
            if (text.StartsWith(DictionaryPrefix, StringComparison.Ordinal))
                return new(CastKind.Dictionary, text[DictionaryPrefix.Length..^1]);
        }

        return new(CastKind.Single, text);
    }

    public override string ToString() => Kind switch
    {
        CastKind.List => $"{ListPrefix}{Model}]",
        CastKind.Dictionary => $"{DictionaryPrefix}{Model}]",
        _ => Model,
    };
}
