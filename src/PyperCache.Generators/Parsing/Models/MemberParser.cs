using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PyperCache.Generators.Diagnostics;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;
using PyperCache.Generators.Parsing.Models.Declared;
using PyperCache.Generators.Shapes;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>Finds the members of a model and what they say.</summary>
internal static class MemberParser
{
    private static readonly string[] s_ownAttributes = [Names.AliasAttribute, Names.TimestampAttribute, Names.ColumnsAttribute, Names.ShallowAttribute];

    public static ImmutableArray<ModelMember> Read(ModelContext model, IMethodSymbol? constructor, CancellationToken cancellationToken)
    {
        List<DeclaredMember> candidates = Candidates(model);
        bool mayRunCode = ConstructionParser.MayRunCode(model);
        ImmutableArray<ModelMember>.Builder members = ImmutableArray.CreateBuilder<ModelMember>(candidates.Count);
        foreach (DeclaredMember declared in candidates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            IParameterSymbol? parameter = ParameterOf(declared, constructor);
            MemberAttributes attributes = MemberAttributes.Of(declared, parameter);
            if (IsMember(model, declared, parameter, attributes) && ReadMember(model, declared, parameter, attributes, mayRunCode) is { } spec)
                members.Add(new ModelMember(declared, parameter, spec));
        }

        return members.ToImmutable();
    }

    /// <summary>The constructor parameter that a member comes from.</summary>
    private static IParameterSymbol? ParameterOf(DeclaredMember member, IMethodSymbol? constructor)
    {
        foreach (IParameterSymbol parameter in constructor?.Parameters ?? [])
        {
            if (string.Equals(parameter.Name, member.Name, StringComparison.OrdinalIgnoreCase))
                return parameter;
        }

        return null;
    }

    /// <summary>Properties and fields, those of base types first; a member that overrides or hides another stands in its place.</summary>
    private static List<DeclaredMember> Candidates(ModelContext model)
    {
        List<DeclaredMember> all = [.. model.AllDeclared.SelectMany(static d => d.Members)], candidates = new(all.Count);
        Dictionary<string, int> places = new(all.Count);
        foreach (DeclaredMember member in all)
        {
            if (places.TryGetValue(member.Name, out int place))
            {
                candidates[place] = member;
                continue;
            }

            places.Add(member.Name, candidates.Count);
            candidates.Add(member);
        }

        return candidates;
    }

    private static bool IsMember(ModelContext model, DeclaredMember member, IParameterSymbol? parameter, MemberAttributes attributes)
    {
        if (attributes.IsIgnored)
            return false;
        bool isAnnotated = attributes.HasAny(s_ownAttributes);
        if ((!isAnnotated && !member.IsPublicProperty) || (model.IsForeign && !member.CanBeRead(model)))
            return false;
        return parameter is not null || member.CanBeAssigned(model, isAnnotated);
    }

    private static MemberSpec? ReadMember(ModelContext model, DeclaredMember member, IParameterSymbol? parameter, MemberAttributes attributes, bool mayRunCode)
    {
        ITypeSymbol type = member.Type;
        if (!CanRead(model, member) || !CheckAttributes(model, member, type, attributes))
            return null;
        if (ShapeRules.Match(type, attributes.IsEmpty ? model.Plain : ContextOf(model, attributes)) is not { } shape)
        {
            model.Report(ModelDiagnostics.UnsupportedMemberType, member.Location, member.Name, type.ToDisplayString());
            return null;
        }

        bool hasDefault = parameter is not null ? parameter.HasExplicitDefaultValue : member.HasInitializer;
        return new MemberSpec(
            CSharp.Identifier(member.Name),
            shape,
            AliasParser.Read(model, member, attributes),
            MustExist: member.IsRequired || (model.IsStrict && !hasDefault && type.DefinitionName() != Names.Optional),
            HasDefault: hasDefault || mayRunCode || MayMakeValue(member),
            IsStored: !model.IsForeign && member.IsStored,
            IsInherited: !model.IsOwn(member),
            parameter is null ? "" : parameter.HasExplicitDefaultValue ? CSharp.Constant(parameter.ExplicitDefaultValue, parameter.Type) : "default!",
            Row: attributes.Columns is not null && ColumnsRule.RowIn(type) is { } row ? CSharp.Name(row.OriginalDefinition) : null);
    }

    /// <summary>Whether what declares a member may give it a value that nobody assigned. What the parameter of a record declares, the compiler writes.</summary>
    private static bool MayMakeValue(DeclaredMember member) =>
        member.Declaration is not ParameterSyntax && (member.HasInitializer || !member.IsStored);

    private static ShapeContext ContextOf(ModelContext model, MemberAttributes attributes) => model.Plain with
    {
        Timestamp = attributes.TimestampArguments,
        Columns = attributes.Columns?.Texts(),
        Converter = ConverterRule.Named(attributes.JsonConverter),
        IsShallow = attributes.Shallow is not null,
    };

    private static bool CanRead(ModelContext model, DeclaredMember member)
    {
        if (member.CanBeRead(model))
            return true;
        model.Report(ModelDiagnostics.CannotBeRead, member.Location, member.Name);
        return false;
    }

    private static bool CheckAttributes(ModelContext model, DeclaredMember member, ITypeSymbol type, MemberAttributes attributes)
    {
        if (attributes.Timestamp is not null && !TimestampRule.Fits(type))
        {
            model.Report(ModelDiagnostics.TimestampNeedsTime, attributes.Timestamp.LocationOr(member.Location), member.Name, type.ToDisplayString());
            return false;
        }

        if (ConverterRule.Named(attributes.JsonConverter) is { } converter && !ConverterRule.Fits(type, converter))
        {
            model.Report(ModelDiagnostics.WrongConverter, attributes.JsonConverter.LocationOr(member.Location), member.Name, converter.ToDisplayString(), type.ToDisplayString());
            return false;
        }

        if (attributes.Shallow is not null && !LazyRule.Fits(type))
            model.Report(ModelDiagnostics.ShallowNeedsLazy, attributes.Shallow.LocationOr(member.Location), member.Name);
        return attributes.Columns is null || CheckColumns(model, member, type, attributes.Columns);
    }

    private static bool CheckColumns(ModelContext model, DeclaredMember member, ITypeSymbol type, AttributeData columns)
    {
        if (ColumnsRule.RowIn(type) is not { } row)
        {
            model.Report(ModelDiagnostics.ColumnsNeedRows, columns.LocationOr(member.Location), member.Name, type.ToDisplayString());
            return false;
        }

        HashSet<string> keys = [.. RowKeys(row)];
        foreach (string required in columns.Texts().Where(c => !keys.Contains(c)))
            model.Report(ModelDiagnostics.UnknownColumn, columns.LocationOr(member.Location), member.Name, required, row.Name);
        return true;
    }

    private static IEnumerable<string> RowKeys(INamedTypeSymbol row)
    {
        ModelContext context = new(row, DeclaredMembers.Of(row), row.FindAttribute(Names.ApiModelAttribute)!);
        IMethodSymbol? constructor = ConstructionParser.Choose(context);
        foreach (DeclaredMember member in Candidates(context))
        {
            foreach (AliasSpec alias in AliasParser.Read(context, member, MemberAttributes.Of(member, ParameterOf(member, constructor))))
            {
                if (alias.Keys.Count == 1)
                    yield return alias.Keys[0];
            }
        }
    }
}
