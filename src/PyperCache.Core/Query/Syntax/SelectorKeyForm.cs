namespace PyperCache.Query.Syntax;

/// <summary>How a key was written.</summary>
internal enum SelectorKeyForm
{
    /// <summary>Letters, digits and underscores.</summary>
    Identifier,

    /// <summary>An integer, perhaps meant as an index, which the language does not have.</summary>
    Integer,

    /// <summary>Text in quotes.</summary>
    Quoted,
}
