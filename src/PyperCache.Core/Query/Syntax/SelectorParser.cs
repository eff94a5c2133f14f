using System.Collections.Immutable;
using System.Text;

namespace PyperCache.Query.Syntax;

/// <summary>Reads a selector; one method for each line of the grammar. A method that answers null has noted the fault.</summary>
internal sealed class SelectorParser
{
    private readonly SelectorCursor _cursor;
    private SelectorSyntaxError? _error;

    private SelectorParser(string text) => _cursor = new SelectorCursor(text);

    /// <summary>Reads a whole text. Never throws.</summary>
    public static SelectorParseResult Parse(string text)
    {
        var parser = new SelectorParser(text);
        SelectorSyntax? syntax = parser.ParseSelector();
        return new SelectorParseResult(syntax, parser._error);
    }

    // selector = [path] { step [tail] }
    private SelectorSyntax? ParseSelector()
    {
        _cursor.SkipWhiteSpace();
        SelectorPath? path = null;
        if (!_cursor.AtEnd && _cursor.Current != '?')
        {
            path = ParsePath(SelectorErrors.SelectorStart);
            if (path is null)
                return null;
        }

        var steps = ImmutableArray.CreateBuilder<SelectorStep>();
        string expected = SelectorErrors.AfterPath;
        while (_cursor.Match('?'))
        {
            SelectorStep? step = ParseStep();
            if (step is null)
                return null;
            steps.Add(step);
            expected = SelectorErrors.After(step);
        }

        return _cursor.AtEnd ? new SelectorSyntax(path, steps.ToImmutable()) : Fail<SelectorSyntax>(expected);
    }

    // path = item { "." item }
    private SelectorPath? ParsePath(string expected)
    {
        var keys = ImmutableArray.CreateBuilder<SelectorKey>();
        do
        {
            SelectorKey? key = ParseKey(keys.Count == 0 ? expected : SelectorErrors.Key);
            if (key is null)
                return null;
            keys.Add(key);
        }
        while (_cursor.Match('.'));
        return new SelectorPath(keys.ToImmutable());
    }

    // step = "?" path "=" value [tail] | "?" path "*" | "?" path
    private SelectorStep? ParseStep()
    {
        SelectorPath? path = ParsePath(SelectorErrors.Key);
        if (path is null)
            return null;
        if (_cursor.Match('*'))
            return new PluckStep(path);
        return _cursor.Match('=') ? ParseFilter(path) : new ExistsStep(path);
    }

    private FilterStep? ParseFilter(SelectorPath path)
    {
        SelectorValue? value = ParseValue();
        if (value is null)
            return null;
        if (!_cursor.Match('.'))
            return new FilterStep(path, value, Tail: null);
        SelectorPath? tail = ParsePath(SelectorErrors.Key);
        return tail is null ? null : new FilterStep(path, value, tail);
    }

    // value = item | "#" number | "#true" | "#false" | "#null"
    private SelectorValue? ParseValue()
    {
        if (!_cursor.Match('#'))
            return ParseKey(SelectorErrors.Value) is { } item ? new SelectorValue(SelectorValueKind.Text, item.Text) : null;
        if (_cursor.MatchWord("true"))
            return new SelectorValue(SelectorValueKind.True);
        if (_cursor.MatchWord("false"))
            return new SelectorValue(SelectorValueKind.False);
        if (_cursor.MatchWord("null"))
            return new SelectorValue(SelectorValueKind.Null);
        return ParseNumber();
    }

    // A dot that no digit follows belongs to the tail: "#1.name".
    private SelectorValue? ParseNumber()
    {
        int start = _cursor.Position;
        if (!_cursor.MatchDigits(signed: true))
            return Fail<SelectorValue>(SelectorErrors.AfterHash);
        if (_cursor.Current == '.' && _cursor.IsDigit(_cursor.Position + 1))
        {
            _cursor.Move(1);
            _cursor.MatchDigits(signed: false);
        }

        MatchExponent();
        return new SelectorValue(SelectorValueKind.Number, _cursor.Text.Substring(start, _cursor.Position - start));
    }

    private void MatchExponent()
    {
        if (_cursor.Current is not ('e' or 'E'))
            return;
        int next = _cursor.Position + 1;
        int signed = next < _cursor.Text.Length && _cursor.Text[next] is '+' or '-' ? 1 : 0;
        if (!_cursor.IsDigit(next + signed))
            return;
        _cursor.Move(1 + signed);
        _cursor.MatchDigits(signed: false);
    }

    // item = identifier | integer | "quoted"
    private SelectorKey? ParseKey(string expected)
    {
        _cursor.SkipWhiteSpace();
        int start = _cursor.Position;
        if (_cursor.MatchHere('"'))
            return ParseQuoted(start);
        if (_cursor.MatchIdentifier())
            return Key(SelectorKeyForm.Identifier);
        return _cursor.MatchDigits(signed: true) ? Key(SelectorKeyForm.Integer) : Fail<SelectorKey>(expected);

        SelectorKey Key(SelectorKeyForm form)
        {
            int length = _cursor.Position - start;
            return new SelectorKey(_cursor.Text.Substring(start, length), start, length, form);
        }
    }

    private SelectorKey? ParseQuoted(int start)
    {
        var text = new StringBuilder();
        while (!_cursor.MatchHere('"'))
        {
            if (_cursor.AtEnd)
                return Fail<SelectorKey>(SelectorErrors.ClosingQuote);
            if (_cursor.MatchHere('\\') && _cursor.Current is not ('"' or '\\'))
                return Fail<SelectorKey>(SelectorErrors.Escape);
            int length = char.IsSurrogatePair(_cursor.Text, _cursor.Position) ? 2 : 1;
            if (length == 1 && char.IsSurrogate(_cursor.Current))
                return Fail<SelectorKey>(SelectorErrors.WholeCharacter);
            text.Append(_cursor.Text, _cursor.Position, length);
            _cursor.Move(length);
        }

        return new SelectorKey(text.ToString(), start, _cursor.Position - start, SelectorKeyForm.Quoted);
    }

    private T? Fail<T>(string expected)
        where T : class
    {
        _error ??= SelectorErrors.At(_cursor.Text, _cursor.Position, expected);
        return null;
    }
}
