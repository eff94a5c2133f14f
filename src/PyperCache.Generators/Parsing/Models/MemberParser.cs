using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PyperCache.Generators.Diagnostics;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;
using PyperCache.Generators.Parsing.Foreign;
using PyperCache.Generators.Shapes;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>Finds the members of a model and what they say.</summary>
internal static class MemberParser
{
    private static readonly string[] s_ownAttributes = [Names.AliasAttribute, Names.TimestampAttribute, Names.ColumnsAttribute, Names.ShallowAttribute];

    public static ImmutableArray<ModelMember> Read(ModelContext model, IMethodSymbol? constructor, CancellationToken cancellationToken)
    {
        ImmutableArray<ModelMember>.Builder members = ImmutableArray.CreateBuilder<ModelMember>();
        foreach (ISymbol symbol in Candidates(model.Type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            IParameterSymbol? parameter = ParameterOf(symbol, constructor);
            MemberAttributes attributes = MemberAttributes.Of(symbol, parameter);
            if (IsMember(model, symbol, parameter, attributes) && ReadMember(model, symbol, parameter, attributes) is { } spec)
                members.Add(new ModelMember(symbol, parameter, spec));
        }

        return members.ToImmutable();
    }

    /// <summary>The constructor parameter that a member comes from.</summary>
    private static IParameterSymbol? ParameterOf(ISymbol member, IMethodSymbol? constructor)
    {
        foreach (IParameterSymbol parameter in constructor?.Parameters ?? [])
        {
            if (string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase))
                return parameter;
        }

        return null;
    }

    /// <summary>Properties and fields, those of base types first; a member that overrides or hides another stands in its place.</summary>
    private static List<ISymbol> Candidates(INamedTypeSymbol type)
    {
        Dictionary<string, int> places = [];
        List<ISymbol> candidates = [];
        foreach (INamedTypeSymbol t in type.BaseTypes().Reverse().Append(type))
        {
            foreach (ISymbol symbol in t.GetMembers())
            {
                if (symbol.IsStatic || symbol is not (IPropertySymbol { IsIndexer: false, ExplicitInterfaceImplementations.Length: 0 } or IFieldSymbol { IsImplicitlyDeclared: false }))
                    continue;
                if (places.TryGetValue(symbol.Name, out int place))
                {
                    candidates[place] = symbol;
                    continue;
                }

                places.Add(symbol.Name, candidates.Count);
                candidates.Add(symbol);
            }
        }

        return candidates;
    }

    private static bool IsMember(ModelContext model, ISymbol symbol, IParameterSymbol? parameter, MemberAttributes attributes)
    {
        if (attributes.IsIgnored)
            return false;
        bool isAnnotated = attributes.HasAny(s_ownAttributes);
        if (symbol is IFieldSymbol field)
            return isAnnotated && (parameter is not null || !field.IsReadOnly) && (!model.IsForeign || Reach.CanCall(field, model.Assembly));
        IPropertySymbol property = (IPropertySymbol)symbol;
        if ((!isAnnotated && property.DeclaredAccessibility != Accessibility.Public) || (model.IsForeign && !IsReadable(model, property)))
            return false;
        return parameter is not null || CanAssign(model, property, isAnnotated);
    }

    private static bool CanAssign(ModelContext model, IPropertySymbol property, bool isAnnotated)
    {
        if (property.SetMethod is { } setter)
            return CanCall(model, setter);
        // A get-only auto-property can be assigned by a constructor of its own type.
        return isAnnotated && !model.IsForeign && IsOwn(model.Type, property) && model.Type.GetMembers().OfType<IFieldSymbol>().Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property));
    }

    private static bool CanCall(ModelContext model, IMethodSymbol accessor) => model.IsForeign
        ? Reach.CanCall(accessor, model.Assembly)
        : IsOwn(model.Type, accessor) || accessor.DeclaredAccessibility != Accessibility.Private;

    private static bool IsReadable(ModelContext model, IPropertySymbol property) => property.GetMethod is { } getter && CanCall(model, getter);

    private static bool IsOwn(INamedTypeSymbol type, ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingType, type);

    private static MemberSpec? ReadMember(ModelContext model, ISymbol symbol, IParameterSymbol? parameter, MemberAttributes attributes)
    {
        ITypeSymbol type = symbol is IPropertySymbol property ? property.Type : ((IFieldSymbol)symbol).Type;
        if (!CanRead(model, symbol) || !CheckAttributes(model, symbol, type, attributes))
            return null;
        ShapeContext context = new(
            attributes.TimestampArguments, attributes.Columns?.Texts(), ConverterRule.Named(attributes.JsonConverter), attributes.Shallow is not null, model.Validates, model.Assembly);
        if (ShapeRules.Match(type, context) is not { } shape)
        {
            model.Report(ModelDiagnostics.UnsupportedMemberType, symbol.Locations.FirstOrDefault() ?? Location.None, symbol.Name, type.ToDisplayString());
            return null;
        }

        bool hasDefault = parameter is not null ? parameter.HasExplicitDefaultValue : HasInitializer(symbol);
        bool isRequired = symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };
        return new MemberSpec(
            CSharp.Identifier(symbol.Name),
            shape,
            AliasParser.Read(model, symbol, attributes),
            MustExist: isRequired || (model.IsStrict && !hasDefault && type.DefinitionName() != Names.Optional),
            hasDefault,
            IsInherited: !IsOwn(model.Type, symbol),
            parameter is null ? "" : parameter.HasExplicitDefaultValue ? CSharp.Constant(parameter.ExplicitDefaultValue, parameter.Type) : "default!");
    }

    private static bool CanRead(ModelContext model, ISymbol symbol)
    {
        if (symbol is not IPropertySymbol property || IsReadable(model, property))
            return true;
        model.Report(ModelDiagnostics.CannotBeRead, symbol.Locations.FirstOrDefault() ?? Location.None, symbol.Name);
        return false;
    }

    private static bool CheckAttributes(ModelContext model, ISymbol symbol, ITypeSymbol type, MemberAttributes attributes)
    {
        if (attributes.Timestamp is not null && !TimestampRule.Fits(type))
        {
            model.Report(ModelDiagnostics.TimestampNeedsTime, attributes.Timestamp.LocationOr(symbol), symbol.Name, type.ToDisplayString());
            return false;
        }

        if (ConverterRule.Named(attributes.JsonConverter) is { } converter && !ConverterRule.Fits(type, converter))
        {
            model.Report(ModelDiagnostics.WrongConverter, attributes.JsonConverter.LocationOr(symbol), symbol.Name, converter.ToDisplayString(), type.ToDisplayString());
            return false;
        }

        if (attributes.Shallow is not null && !LazyRule.Fits(type))
            model.Report(ModelDiagnostics.ShallowNeedsLazy, attributes.Shallow.LocationOr(symbol), symbol.Name);
        return attributes.Columns is null || CheckColumns(model, symbol, type, attributes.Columns);
    }

    private static bool CheckColumns(ModelContext model, ISymbol symbol, ITypeSymbol type, AttributeData columns)
    {
        ITypeSymbol list = type is INamedTypeSymbol { TypeArguments.Length: 1 } lazy && type.DefinitionName() == Names.Lazy ? lazy.TypeArguments[0] : type;
        if (ColumnsRule.RowOf(list) is not { } row)
        {
            model.Report(ModelDiagnostics.ColumnsNeedRows, columns.LocationOr(symbol), symbol.Name, type.ToDisplayString());
            return false;
        }

        HashSet<string> keys = [.. RowKeys(row)];
        foreach (string required in columns.Texts().Where(c => !keys.Contains(c)))
            model.Report(ModelDiagnostics.UnknownColumn, columns.LocationOr(symbol), symbol.Name, required, row.Name);
        return true;
    }

    private static IEnumerable<string> RowKeys(INamedTypeSymbol row)
    {
        ModelContext context = new(row, row.FindAttribute(Names.ApiModelAttribute)!);
        IMethodSymbol? constructor = ConstructionParser.Choose(context);
        foreach (ISymbol symbol in Candidates(row))
        {
            foreach (AliasSpec alias in AliasParser.Read(context, symbol, MemberAttributes.Of(symbol, ParameterOf(symbol, constructor))))
            {
                if (alias.Keys.Count == 1)
                    yield return alias.Keys[0];
            }
        }
    }

    private static bool HasInitializer(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(static r => r.GetSyntax() switch
    {
        PropertyDeclarationSyntax { Initializer.Value: { } value } => !IsSuppressedDefault(value),
        VariableDeclaratorSyntax { Initializer.Value: { } value } => !IsSuppressedDefault(value),
        _ => false,
    });

    /// <summary><c>null!</c> and <c>default!</c> only silence the compiler: they are no value that a missing key could leave behind.</summary>
    private static bool IsSuppressedDefault(ExpressionSyntax value) =>
        value is PostfixUnaryExpressionSyntax { OperatorToken.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ExclamationToken, Operand: LiteralExpressionSyntax };
}
