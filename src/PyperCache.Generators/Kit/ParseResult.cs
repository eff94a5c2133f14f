using Microsoft.CodeAnalysis;

namespace PyperCache.Generators.Kit;

/// <summary>What a parser found: a spec to emit from (null: emit nothing), and what to tell the user.</summary>
/// <remarks>
/// The two go separate ways through the pipeline. Diagnostics carry real locations, so that <c>#pragma</c> works, and change with every edit
/// above them; the spec is compared by value, so that such an edit emits nothing.
/// </remarks>
internal readonly record struct ParseResult<TSpec>(TSpec? Spec, EquatableArray<Diagnostic> Diagnostics)
    where TSpec : class;
