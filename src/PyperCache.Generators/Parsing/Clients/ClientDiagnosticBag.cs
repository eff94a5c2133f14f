using Microsoft.CodeAnalysis;
using PyperCache.Generators.Kit;

namespace PyperCache.Generators.Parsing.Clients;

/// <summary>The diagnostics of one client while it is read.</summary>
internal sealed class ClientDiagnosticBag(INamedTypeSymbol type)
{
    private readonly List<Diagnostic> _diagnostics = [];

    public EquatableArray<Diagnostic> Diagnostics => _diagnostics.ToEquatableArray();

    public bool HasErrors => _diagnostics.Any(static d => d.Severity == DiagnosticSeverity.Error);

    public string TypeName => type.Name;

    /// <summary>Reports at a place in source, or at the class when the place lies in another assembly.</summary>
    /// <remarks>The compiler compares the arguments of two diagnostics by reference: interned, equal texts are the same object, and an equal diagnostic is not news.</remarks>
    public void Report(DiagnosticDescriptor descriptor, Location location, params string[] arguments)
    {
        Diagnostic diagnostic = Diagnostic.Create(descriptor, location.IsInSource ? location : type.Locations.First(), [.. arguments.Select(string.Intern)]);
        if (!_diagnostics.Any(d => d.Descriptor.Id == diagnostic.Descriptor.Id && d.Location == diagnostic.Location && d.ToString() == diagnostic.ToString()))
            _diagnostics.Add(diagnostic);
    }
}
