using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;
using PyperCache.Generators.Parsing.Models.Declared;
using PyperCache.Query.Syntax;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>Reads where a member is found. A text that is a selector is one; any other text is a literal key.</summary>
internal static class AliasParser
{
    public static EquatableArray<AliasSpec> Read(ModelContext model, DeclaredMember member, MemberAttributes attributes)
    {
        IReadOnlyList<string> texts = attributes.Alias?.Texts() ?? [];
        return texts.Count > 0
            ? texts.Select(Parse).ToEquatableArray()
            : EquatableArray.Of(Key(attributes.JsonName ?? model.KeyOf(member.Name)));
    }

    private static AliasSpec Parse(string text)
    {
        SelectorSyntax? syntax = SelectorParser.Parse(text).Syntax;
        if (syntax is null || text.Trim().Length == 0)
            return Key(text);
        return syntax.IsPlainPath ? new AliasSpec(syntax.Path!.ToTexts().ToEquatableArray(), Selector: null) : new AliasSpec(EquatableArray<string>.Empty, text);
    }

    private static AliasSpec Key(string key) => new(EquatableArray.Of(key), Selector: null);
}
