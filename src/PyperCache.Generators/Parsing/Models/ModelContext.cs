using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>One model while it is being read: its attribute, and the diagnostics so far.</summary>
internal sealed class ModelContext
{
    /// <summary>The member of <c>KeyNaming</c> that leaves the choice to the assembly, and the one that is taken in the end.</summary>
    private const int Unspecified = 0, CamelCase = 1;

    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    public ModelContext(INamedTypeSymbol type, AttributeData attribute)
    {
        Type = type;
        Attribute = attribute;
        int naming = attribute.Named<int>("Naming");
        if (naming == Unspecified)
            naming = type.ContainingAssembly.FindAttribute(Names.ApiModelDefaultsAttribute).Named<int>("Naming");
        Naming = naming == Unspecified ? CamelCase : naming;
    }

    public INamedTypeSymbol Type { get; }

    public AttributeData Attribute { get; }

    public bool Validates => Attribute.Named<bool>("Validate");

    public bool IsStrict => Attribute.Named<bool>("Strict");

    public bool KeepsRaw => Attribute.NamedArguments.All(static a => a.Key != "KeepRaw" || a.Value.Value is true);

    public EquatableArray<Diagnostic> Diagnostics => new(_diagnostics.ToImmutable());

    public bool HasErrors => _diagnostics.Any(static d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>The number of a member of <c>KeyNaming</c>.</summary>
    private int Naming { get; }

    public string KeyOf(string member) => Naming switch
    {
        2 => KeyNames.Separated(member, '_', upper: false),
        3 => KeyNames.Separated(member, '_', upper: true),
        4 => KeyNames.Separated(member, '-', upper: false),
        5 => KeyNames.Separated(member, '-', upper: true),
        6 => member,
        _ => KeyNames.CamelCase(member),
    };

    /// <remarks>The compiler compares the arguments of two diagnostics by reference: interned, equal texts are the same object, and an equal diagnostic is not news.</remarks>
    public void Report(DiagnosticDescriptor descriptor, Location location, params string[] arguments) =>
        _diagnostics.Add(Diagnostic.Create(descriptor, location, [.. arguments.Select(string.Intern)]));
}
