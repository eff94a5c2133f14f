using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PyperCache.Generators.Parsing.Models.Declared;

/// <summary>Finds the types that a file names, without the symbols of the members that have them.</summary>
internal readonly struct WrittenTypes(SemanticModel semantics)
{
    /// <summary>The type of a member, with its annotation; null when only the symbol of the member tells.</summary>
    public ITypeSymbol? Find(TypeSyntax syntax)
    {
        if (syntax is not NullableTypeSyntax nullable)
            return Annotate(Bare(syntax), IsAnnotating(syntax) ? NullableAnnotation.NotAnnotated : NullableAnnotation.None);
        ITypeSymbol? inner = Bare(nullable.ElementType);
        return inner is not { IsValueType: true } ? Annotate(inner, NullableAnnotation.Annotated)
            : inner.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? null
            : semantics.Compilation.GetSpecialType(SpecialType.System_Nullable_T).Construct(inner);
    }

    private static ITypeSymbol? Annotate(ITypeSymbol? type, NullableAnnotation annotation) =>
        type is { IsValueType: false } && type.NullableAnnotation != annotation ? type.WithNullableAnnotation(annotation) : type;

    private bool IsAnnotating(TypeSyntax syntax) => (semantics.GetNullableContext(syntax.SpanStart) & NullableContext.AnnotationsEnabled) != 0;

    /// <summary>The type without its own annotation, which the compiler tells for members alone.</summary>
    private ITypeSymbol? Bare(TypeSyntax syntax) => syntax switch
    {
        PredefinedTypeSyntax keyword => Special(keyword.Keyword.Kind()) is var special and not SpecialType.None ? semantics.Compilation.GetSpecialType(special) : null,
        NameSyntax or ArrayTypeSyntax => semantics.GetTypeInfo(syntax).Type is { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface or TypeKind.Enum or TypeKind.Array } type ? type : null,
        _ => null,
    };

    /// <summary>What a keyword means, which nothing can shadow.</summary>
    private static SpecialType Special(SyntaxKind keyword) => keyword switch
    {
        SyntaxKind.StringKeyword => SpecialType.System_String,
        SyntaxKind.BoolKeyword => SpecialType.System_Boolean,
        SyntaxKind.IntKeyword => SpecialType.System_Int32,
        SyntaxKind.LongKeyword => SpecialType.System_Int64,
        SyntaxKind.DoubleKeyword => SpecialType.System_Double,
        SyntaxKind.DecimalKeyword => SpecialType.System_Decimal,
        SyntaxKind.FloatKeyword => SpecialType.System_Single,
        SyntaxKind.ByteKeyword => SpecialType.System_Byte,
        SyntaxKind.SByteKeyword => SpecialType.System_SByte,
        SyntaxKind.ShortKeyword => SpecialType.System_Int16,
        SyntaxKind.UShortKeyword => SpecialType.System_UInt16,
        SyntaxKind.UIntKeyword => SpecialType.System_UInt32,
        SyntaxKind.ULongKeyword => SpecialType.System_UInt64,
        SyntaxKind.CharKeyword => SpecialType.System_Char,
        SyntaxKind.ObjectKeyword => SpecialType.System_Object,
        _ => SpecialType.None,
    };
}
