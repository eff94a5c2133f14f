namespace PyperCache.Query.Syntax;

/// <summary>What a filter compares with.</summary>
internal enum SelectorValueKind
{
    /// <summary>A JSON string.</summary>
    Text,

    /// <summary>A JSON number, by value: <c>#1</c>.</summary>
    Number,

    /// <summary><c>#true</c>.</summary>
    True,

    /// <summary><c>#false</c>.</summary>
    False,

    /// <summary><c>#null</c>.</summary>
    Null,
}
