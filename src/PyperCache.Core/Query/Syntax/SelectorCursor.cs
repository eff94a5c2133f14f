namespace PyperCache.Query.Syntax;

/// <summary>A place in a selector's text, with the moves that the grammar needs.</summary>
/// <param name="text">The whole text.</param>
internal sealed class SelectorCursor(string text)
{
    public string Text { get; } = text;

    public int Position { get; private set; }

    public bool AtEnd => Position == Text.Length;

    /// <summary>The character at the cursor, or NUL at the end (which no token starts with either).</summary>
    public char Current => AtEnd ? '\0' : Text[Position];

    public bool AtDigit => IsDigit(Position);

    public void SkipWhiteSpace()
    {
        while (!AtEnd && char.IsWhiteSpace(Text[Position]))
            Position++;
    }

    /// <summary>Moves over white space and then over one character, if it is the one asked for.</summary>
    public bool Match(char token)
    {
        SkipWhiteSpace();
        return MatchHere(token);
    }

    /// <summary>Moves over one character, if it is the one asked for.</summary>
    public bool MatchHere(char token)
    {
        if (AtEnd || Text[Position] != token)
            return false;
        Position++;
        return true;
    }

    /// <summary>Moves over a word, if it stands here and no identifier character follows it.</summary>
    public bool MatchWord(string word)
    {
        int end = Position + word.Length;
        if (string.CompareOrdinal(Text, Position, word, 0, word.Length) != 0 || IdentifierPartLength(Text, end, first: false) > 0)
            return false;
        Position = end;
        return true;
    }

    /// <summary>Moves over letters, digits and underscores.</summary>
    /// <returns>False when no identifier starts here.</returns>
    public bool MatchIdentifier()
    {
        int part = IdentifierPartLength(Text, Position, first: true);
        if (part == 0)
            return false;
        for (; part > 0; part = IdentifierPartLength(Text, Position, first: false))
            Position += part;
        return true;
    }

    /// <summary>Moves over digits, with a sign if one is allowed and digits follow it.</summary>
    /// <returns>False when there are none.</returns>
    public bool MatchDigits(bool signed)
    {
        if (signed && Current == '-' && IsDigit(Position + 1))
            Position++;
        if (!AtDigit)
            return false;
        while (AtDigit)
            Position++;
        return true;
    }

    public bool IsDigit(int position) => position < Text.Length && Text[position] is >= '0' and <= '9';

    public void Move(int characters) => Position += characters;

    /// <summary>How many UTF-16 units the letter, digit or underscore at a place takes; 0 when something else is there.</summary>
    public static int IdentifierPartLength(string text, int position, bool first)
    {
        if (position >= text.Length)
            return 0;
        if (text[position] == '_')
            return 1;
        bool fits = first ? char.IsLetter(text, position) : char.IsLetterOrDigit(text, position);
        if (!fits)
            return 0;
        return char.IsSurrogatePair(text, position) ? 2 : 1;
    }
}
