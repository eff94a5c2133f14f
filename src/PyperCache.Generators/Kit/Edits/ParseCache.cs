using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace PyperCache.Generators.Kit.Edits;

/// <summary>Remembers what a parser read from a declaration, until an edit can have changed the answer.</summary>
/// <remarks>
/// The compiler hands every annotated declaration to its parser again at each edit, whatever was edited. To read symbols again is what costs:
/// the compiler has to bind all that they mention. Whether an edit can matter is told from names alone; see <see cref="Edit"/>.
/// </remarks>
internal sealed class ParseCache<TResult>(Func<GeneratorAttributeSyntaxContext, CancellationToken, TResult> parse)
{
    private readonly ConditionalWeakTable<SyntaxNode, Entry> _entries = new();

    public TResult Parse(GeneratorAttributeSyntaxContext context, CancellationToken cancellationToken)
    {
        CompilationState state = CompilationState.Of(context.SemanticModel.Compilation);
        Entry entry = _entries.GetOrCreateValue(context.TargetNode);
        if (entry.Known is not { } known || state.IsAffectedSince(known.State, context.TargetNode.SyntaxTree, cancellationToken))
            known = new Known(state, parse(context, cancellationToken));
        else if (known.State != state)
            known = new Known(state, known.Result);
        entry.Known = known;
        return known.Result;
    }

    private sealed class Entry
    {
        public volatile Known? Known;
    }

    /// <summary>A result, and the newest compilation for which it holds.</summary>
    private sealed record Known(CompilationState State, TResult Result);
}
