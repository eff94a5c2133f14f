using Microsoft.CodeAnalysis;

namespace PyperCache.Generators.Diagnostics;

/// <summary>Makes descriptors. The category follows from the number, and each has its page.</summary>
internal static class Descriptors
{
    public static DiagnosticDescriptor Error(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Error);

    public static DiagnosticDescriptor Warning(string id, string title, string message) => Create(id, title, message, DiagnosticSeverity.Warning);

    /// <summary>An error that only the whole compilation shows: builds report it, editors when they analyse all.</summary>
    public static DiagnosticDescriptor ErrorAtEnd(string id, string title, string message) =>
        Create(id, title, message, DiagnosticSeverity.Error, WellKnownDiagnosticTags.CompilationEnd);

    private static DiagnosticDescriptor Create(string id, string title, string message, DiagnosticSeverity severity, params string[] tags) =>
        new(id, title, message, CategoryOf(id), severity, isEnabledByDefault: true, helpLinkUri: $"docs/diagnostics/{id}.md", customTags: tags);

    private static string CategoryOf(string id) => id.Substring(0, "PYP00".Length) switch
    {
        "PYP00" => "PyperCache.Models",
        "PYP03" => "PyperCache.Http",
        "PYP05" => "PyperCache.Query",
        _ => throw new ArgumentException($"{id} belongs to no category.", nameof(id)),
    };
}
