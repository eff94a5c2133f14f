using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PyperCache.Core.Tests.Architecture;

/// <summary>The source of a project, and which of its folders use which.</summary>
internal sealed class SourceTree
{
    private readonly CSharpCompilation _compilation;
    private readonly string _folder;

    private SourceTree(string folder, CSharpCompilation compilation)
    {
        _folder = folder;
        _compilation = compilation;
    }

    /// <summary>The folder of the solution that this test was built from.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Files that use types of other folders, found by what the names in them mean: a namespace is seen from inside another without any using.</summary>
    public IEnumerable<FolderUse> Uses() => _compilation.SyntaxTrees.AsParallel().SelectMany(UsesIn).OrderBy(static use => use.Where, StringComparer.Ordinal);

    /// <summary>Namespaces of our other projects that are used here, each with a place.</summary>
    public IEnumerable<FolderUse> Imports() => _compilation.SyntaxTrees.AsParallel().SelectMany(ImportsIn).OrderBy(static use => use.Where, StringComparer.Ordinal);

    /// <summary>Reads a project below <c>src</c>.</summary>
    public static SourceTree Read(string project)
    {
        string folder = Path.Combine(Root, "src", project);
        CSharpParseOptions options = new(LanguageVersion.CSharp14);
        IEnumerable<SyntaxTree> trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(path => !IsBuildOutput(Path.GetRelativePath(folder, path)))
            .Append(null)
            .Select(path => CSharpSyntaxTree.ParseText(path is null ? ImplicitUsings : File.ReadAllText(path), options, path ?? "Usings.cs"));
        return new SourceTree(folder, CSharpCompilation.Create(project, trees, References(project), new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true)));
    }

    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private IEnumerable<FolderUse> UsesIn(SyntaxTree tree)
    {
        if (!Path.IsPathRooted(tree.FilePath))
            return [];
        SemanticModel model = _compilation.GetSemanticModel(tree);
        string from = FolderOf(tree.FilePath);
        return tree.GetRoot().DescendantNodes(descendIntoTrivia: false).OfType<SimpleNameSyntax>()
            .Select(name => (Name: name, To: FolderOf(model.GetSymbolInfo(name).Symbol)))
            .Where(use => use.To is not null && use.To != from)
            .Select(use => new FolderUse(from, use.To!, PlaceOf(use.Name)));
    }

    private IEnumerable<FolderUse> ImportsIn(SyntaxTree tree)
    {
        SemanticModel model = _compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
            .Select(name => (Name: name, Symbol: model.GetSymbolInfo(name).Symbol))
            .Where(static use => use.Symbol is not null and not INamespaceSymbol && use.Symbol.ContainingAssembly?.Name == "PyperCache.Core")
            .Select(use => new FolderUse(_compilation.AssemblyName!, use.Symbol!.ContainingNamespace.ToString()!, PlaceOf(use.Name)));
    }

    private string PlaceOf(SimpleNameSyntax name) =>
        $"{Path.GetRelativePath(_folder, name.SyntaxTree.FilePath)}({name.GetLocation().GetLineSpan().StartLinePosition.Line + 1}): {name}";

    private string? FolderOf(ISymbol? symbol) => symbol switch
    {
        null or INamespaceSymbol => null,
        { DeclaringSyntaxReferences: [SyntaxReference reference, ..] } => FolderOf(reference.SyntaxTree.FilePath),
        _ => null,
    };

    private string FolderOf(string path) => Path.GetRelativePath(_folder, path).Split('/', '\\')[0];

    private static bool IsBuildOutput(string path) => path.Split('/', '\\')[0] is "bin" or "obj";

    /// <summary>The framework, and the core for the projects above it.</summary>
    private static IEnumerable<MetadataReference> References(string project) => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => !Path.GetFileName(path).StartsWith("PyperCache.", StringComparison.Ordinal) || (Path.GetFileName(path) == "PyperCache.Core.dll" && project != "PyperCache.Core"))
        .Select(static path => MetadataReference.CreateFromFile(path));

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PyperCache.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside of the solution's folder.");
    }
}
