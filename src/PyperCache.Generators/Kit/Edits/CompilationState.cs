using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace PyperCache.Generators.Kit.Edits;

/// <summary>A compilation, to be compared with another of the same project. Does not keep it alive.</summary>
internal sealed class CompilationState
{
    private static readonly ConditionalWeakTable<Compilation, CompilationState> s_states = new();
    private readonly WeakReference<Compilation> _compilation;
    private volatile Since? _since;

    private CompilationState(Compilation compilation) => _compilation = new WeakReference<Compilation>(compilation);

    public static CompilationState Of(Compilation compilation) => s_states.GetValue(compilation, static c => new CompilationState(c));

    /// <summary>Whether what <paramref name="tree"/> means can have changed since an earlier compilation. True when that compilation is gone.</summary>
    public bool IsAffectedSince(CompilationState earlier, SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (earlier == this)
            return false;
        if (_since is not { } since || !since.IsSince(earlier))
            _since = since = new Since(new WeakReference<CompilationState>(earlier), EditSince(earlier, cancellationToken));
        return since.Edit.Affects(tree);
    }

    private Edit EditSince(CompilationState earlier, CancellationToken cancellationToken) =>
        earlier._compilation.TryGetTarget(out Compilation? before) && _compilation.TryGetTarget(out Compilation? after)
            ? Edit.Between(before, after, cancellationToken)
            : Edit.OfEverything;

    /// <remarks>Weak, so that a session of many edits is not one long chain of compilations.</remarks>
    private sealed record Since(WeakReference<CompilationState> Earlier, Edit Edit)
    {
        public bool IsSince(CompilationState earlier) => Earlier.TryGetTarget(out CompilationState? target) && target == earlier;
    }
}
