using PyperCache.Query.Syntax;

namespace PyperCache.Query;

/// <summary>A text is no selector. The message shows the text with a caret under the fault.</summary>
public sealed class SelectorSyntaxException : FormatException
{
    internal SelectorSyntaxException(string selector, SelectorSyntaxError error)
        : base($"Not a selector: {SelectorErrors.Sentence(selector, error)}\n{SelectorErrors.CaretLines(selector, error)}")
    {
        Selector = selector;
        Position = error.Position;
        Expected = error.Expected;
        CaretLines = SelectorErrors.CaretLines(selector, error);
    }

    /// <summary>The text that is no selector.</summary>
    public string Selector { get; }

    /// <summary>The index, in UTF-16 units, of the first character at fault; the length of the text when it ends too early.</summary>
    public int Position { get; }

    /// <summary>What could have stood at <see cref="Position"/>, in words.</summary>
    public string Expected { get; }

    /// <summary>The text on one line, and on the next a caret under the fault.</summary>
    public string CaretLines { get; }
}
