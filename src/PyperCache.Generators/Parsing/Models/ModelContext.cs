using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Parsing.Models.Declared;
using PyperCache.Generators.Shapes;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>One model while it is being read: its attribute, and the diagnostics so far.</summary>
internal sealed class ModelContext
{
    /// <summary>The member of <c>KeyNaming</c> that leaves the choice to the assembly, and the one that is taken in the end.</summary>
    private const int Unspecified = 0, CamelCase = 1;

    private readonly ImmutableArray<Diagnostic>.Builder _diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private readonly Location? _location;

    public ModelContext(INamedTypeSymbol type, DeclaredMembers declared, AttributeData attribute)
        : this(type, declared, attribute, type.ContainingAssembly, location: null)
    {
    }

    /// <summary>Reads a type that may be of another assembly.</summary>
    /// <param name="type">The type.</param>
    /// <param name="declared">What it declares.</param>
    /// <param name="attribute">What is said about it.</param>
    /// <param name="assembly">The assembly that says it.</param>
    /// <param name="location">Where all that is wrong is reported; null: at the members.</param>
    public ModelContext(INamedTypeSymbol type, DeclaredMembers declared, AttributeData attribute, IAssemblySymbol assembly, Location? location)
    {
        Type = type;
        Declared = declared;
        AllDeclared = [.. type.BaseTypes().Reverse().Select(DeclaredMembers.Of), declared];
        Assembly = assembly;
        _location = location;
        Attribute = attribute;
        Plain = ShapeContext.Plain(assembly, Validates);
        int naming = attribute.Named<int>("Naming");
        if (naming == Unspecified)
            naming = assembly.FindAttribute(Names.ApiModelDefaultsAttribute).Named<int>("Naming");
        Naming = naming == Unspecified ? CamelCase : naming;
    }

    public INamedTypeSymbol Type { get; }

    /// <summary>What the type itself declares.</summary>
    public DeclaredMembers Declared { get; }

    /// <summary>What the type and its bases declare, the bases first.</summary>
    public ImmutableArray<DeclaredMembers> AllDeclared { get; }

    public AttributeData Attribute { get; }

    /// <summary>The assembly that reads the type.</summary>
    public IAssemblySymbol Assembly { get; }

    /// <summary>Whether the hydrator stands beside the type, where it reaches only what others reach too.</summary>
    public bool IsForeign => _location is not null;

    /// <summary>What the model says of the values of members that say nothing themselves.</summary>
    public ShapeContext Plain { get; }

    public bool Validates => Attribute.Named<bool>("Validate");

    public bool IsStrict => Attribute.Named<bool>("Strict");

    public bool KeepsRaw => Attribute.NamedArguments.All(static a => a.Key != "KeepRaw" || a.Value.Value is true);

    public EquatableArray<Diagnostic> Diagnostics => new(_diagnostics.ToImmutable());

    public bool HasErrors => _diagnostics.Any(static d => d.Severity == DiagnosticSeverity.Error);

    /// <summary>The number of a member of <c>KeyNaming</c>.</summary>
    private int Naming { get; }

    /// <summary>Whether the type itself declares a member.</summary>
    public bool IsOwn(DeclaredMember member) => SymbolEqualityComparer.Default.Equals(member.Owner, Type);

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
        _diagnostics.Add(Diagnostic.Create(descriptor, _location ?? location, [.. arguments.Select(string.Intern)]));
}
