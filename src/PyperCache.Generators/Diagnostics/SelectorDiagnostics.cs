using Microsoft.CodeAnalysis;

namespace PyperCache.Generators.Diagnostics;

/// <summary>What can be wrong with a selector that is written as a literal.</summary>
internal static class SelectorDiagnostics
{
    public static readonly DiagnosticDescriptor NotASelector = Create(
        "PYP0500", "A text is no selector", "\"{0}\" is no selector: {1}", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor AliasIsLiteralKey = Create(
        "PYP0501", "An alias looks like a selector but is none", "\"{0}\" is read as one literal key, as it is no selector: {1}", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor IntegerIsNoIndex = Create(
        "PYP0502", "An integer in a path is a key, not an index", "{0} is the key \"{0}\" of an object; arrays are not indexed: take the first match with First, filter with ?key=value, or write \"{0}\" in quotes if the key is meant", DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity) => new(
        id, title, message, "PyperCache.Query", severity, isEnabledByDefault: true, helpLinkUri: $"docs/diagnostics/{id}.md");
}
