namespace PyperCache.Query.Syntax;

/// <summary>One item of a path: the name of a member.</summary>
/// <param name="text">The name, without quotes and escapes.</param>
/// <param name="position">Where the item starts in the selector's text.</param>
/// <param name="length">How many characters it takes there, quotes included.</param>
/// <param name="form">How it was written. Neither form nor place is part of the key's identity.</param>
internal sealed class SelectorKey(string text, int position, int length, SelectorKeyForm form) : IEquatable<SelectorKey>
{
    public string Text { get; } = text;

    public int Position { get; } = position;

    public int Length { get; } = length;

    public SelectorKeyForm Form { get; } = form;

    public bool Equals(SelectorKey? other) => other is not null && string.Equals(Text, other.Text, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as SelectorKey);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Text);

    public override string ToString() => SelectorPrinter.Print(this);
}
