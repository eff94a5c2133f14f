using Microsoft.CodeAnalysis;

namespace PyperCache.Generators.Kit.Edits;

/// <summary>What lies between two compilations of a project: the syntax trees whose meaning can have changed.</summary>
/// <remarks>
/// A tree can mean something else only if it was edited itself, or names a type that was declared, changed or dropped by the edit, or a type
/// whose declaration names such a type, and so on. Names are looked for as text, which finds too many rather than too few.
/// What works without being named changes everything: references, options, global usings, attributes of the assembly, namespaces.
/// </remarks>
internal sealed class Edit
{
    /// <summary>Above this many, to read everything again is as good.</summary>
    private const int MaxChangedTrees = 16, MaxNames = 256;

    private readonly HashSet<SyntaxTree>? _affected;

    private Edit(HashSet<SyntaxTree>? affected) => _affected = affected;

    public static Edit OfEverything { get; } = new(affected: null);

    public bool Affects(SyntaxTree tree) => _affected is null || _affected.Contains(tree);

    public static Edit Between(Compilation before, Compilation after, CancellationToken cancellationToken)
    {
        if (!before.Options.Equals(after.Options) || before.AssemblyName != after.AssemblyName || !before.References.SequenceEqual(after.References))
            return OfEverything;
        List<SyntaxTree> changed = Changed(before, after);
        if (changed.Count > MaxChangedTrees)
            return OfEverything;
        HashSet<string> names = [];
        foreach (SyntaxTree tree in changed)
        {
            TreeDeclarations declarations = TreeDeclarations.Of(tree, cancellationToken);
            if (declarations.ReachesAllFiles || declarations.Namespaces.Any(n => Exists(before, n) != Exists(after, n)))
                return OfEverything;
            names.UnionWith(declarations.Names);
        }

        return Spread(changed, names, after, cancellationToken);
    }

    private static List<SyntaxTree> Changed(Compilation before, Compilation after)
    {
        HashSet<SyntaxTree> changed = [.. before.SyntaxTrees];
        changed.SymmetricExceptWith(after.SyntaxTrees);
        return [.. changed];
    }

    /// <summary>Follows the names from tree to tree until no more are found.</summary>
    private static Edit Spread(List<SyntaxTree> changed, HashSet<string> names, Compilation after, CancellationToken cancellationToken)
    {
        // Of the changed trees only those that are there now: an edit must not keep what it replaced.
        HashSet<SyntaxTree> affected = [.. changed.Where(after.ContainsSyntaxTree)];
        List<SyntaxTree> rest = [.. after.SyntaxTrees.Where(t => !affected.Contains(t))];
        for (HashSet<string> next = names; next.Count > 0;)
        {
            if (names.Count > MaxNames)
                return OfEverything;
            cancellationToken.ThrowIfCancellationRequested();
            NameSearch search = new(next);
            List<SyntaxTree> found = rest.FindAll(search.IsIn);
            next = [];
            foreach (TreeDeclarations declarations in found.Select(t => TreeDeclarations.Of(t, cancellationToken)))
            {
                if (declarations.ReachesAllFiles)
                    return OfEverything;
                next.UnionWith(declarations.Names.Where(names.Add));
            }

            affected.UnionWith(found);
            rest.RemoveAll(affected.Contains);
        }

        return new Edit(affected);
    }

    private static bool Exists(Compilation compilation, string @namespace)
    {
        INamespaceSymbol? found = compilation.Assembly.GlobalNamespace;
        foreach (string part in @namespace.Split('.'))
            found = found?.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault();
        return found is not null;
    }
}
