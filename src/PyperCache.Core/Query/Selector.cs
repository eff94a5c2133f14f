using System.Diagnostics.CodeAnalysis;
using PyperCache.Query.Evaluation;
using PyperCache.Query.Syntax;

namespace PyperCache.Query;

/// <summary>A parsed selector: parse once, apply for ever. Immutable and safe to share between threads.</summary>
/// <remarks>Two selectors are equal when they mean the same, however they are spaced and quoted.</remarks>
public sealed class Selector : IEquatable<Selector>, IParsable<Selector>
{
    private Selector(SelectorSyntax syntax) => Syntax = syntax;

    /// <summary>Whether the selector only names keys, as <c>a.b</c> does; it then stands for at most one value.</summary>
    public bool IsPath => Syntax.Steps.IsEmpty;

    internal SelectorSyntax Syntax { get; }

    internal SelectorPlan Plan => field ??= new SelectorPlan(Syntax);

    /// <summary>Reads a selector.</summary>
    /// <param name="text">The text; an empty one stands for the whole payload.</param>
    /// <exception cref="SelectorSyntaxException">The text is no selector.</exception>
    public static Selector Parse([StringSyntax("PyperSelector")] string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        SelectorParseResult result = SelectorParser.Parse(text);
        return result.Syntax is { } syntax ? new Selector(syntax) : throw new SelectorSyntaxException(text, result.Error!);
    }

    /// <summary>Reads a selector, if the text is one.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="selector">The selector, or null.</param>
    /// <returns>Whether the text is a selector.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Selector? selector)
    {
        selector = text is not null && SelectorParser.Parse(text).Syntax is { } syntax ? new Selector(syntax) : null;
        return selector is not null;
    }

    static Selector IParsable<Selector>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Selector>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Selector result) => TryParse(s, out result);

    /// <inheritdoc/>
    public bool Equals(Selector? other) => other is not null && Syntax.Equals(other.Syntax);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Selector);

    /// <inheritdoc/>
    public override int GetHashCode() => Syntax.GetHashCode();

    /// <summary>The selector as text: without needless white space and quotes, otherwise as it was written.</summary>
    public override string ToString() => Syntax.ToString();

    /// <summary>The keys of a selector that is nothing but keys.</summary>
    internal bool IsPlainPath([NotNullWhen(true)] out string[]? keys)
    {
        keys = Syntax.IsPlainPath ? Syntax.Path!.ToTexts() : null;
        return keys is not null;
    }

    /// <summary>Applies the selector to a payload, for those who want JSON.</summary>
    /// <param name="payload">The whole payload.</param>
    /// <param name="json">The value as a slice of the payload, or a new array of the values where there are several; of pairs, the values alone.</param>
    /// <returns>False when the selector comes to nothing, or its path leads through something that is no object.</returns>
    /// <exception cref="System.Text.Json.JsonException">The JSON is malformed.</exception>
    internal bool TryEvaluate(ReadOnlyMemory<byte> payload, out ReadOnlyMemory<byte> json)
    {
        Outcome outcome = SelectorEvaluator.Evaluate(Plan, payload.Span, 0, origin: null);
        json = outcome.IsUnset ? default : ResultWriter.Write(payload, outcome, pairsAsValues: true);
        return !outcome.IsUnset;
    }
}
