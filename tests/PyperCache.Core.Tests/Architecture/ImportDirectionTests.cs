using System.Xml.Linq;

namespace PyperCache.Core.Tests.Architecture;

/// <summary>Who may use whom: bytes, payload, model go one way, and nobody reaches back across an arrow. docs/architecture.md has the picture.</summary>
public sealed class ImportDirectionTests
{
    private static readonly Dictionary<string, string[]> s_arrows = new()
    {
        ["Json"] = [],
        ["Storage"] = [],
        ["Logging"] = [],
        ["Query"] = ["Json"],
        ["Models"] = ["Json", "Query"],
        ["Caching"] = ["Storage", "Models", "Query", "Json"],
        ["Http"] = ["Caching", "Models", "Logging", "Json"],
    };

    private static readonly Lazy<FolderUse[]> s_uses = new(static () => [.. SourceTree.Read("PyperCache.Core").Uses()]);

    [Test]
    public void Every_folder_of_the_core_has_its_place() =>
        Assert.That(
            Directory.GetDirectories(Path.Combine(SourceTree.Root, "src", "PyperCache.Core")).Select(Path.GetFileName).Except(["bin", "obj"]),
            Is.EquivalentTo(s_arrows.Keys));

    [TestCaseSource(nameof(Folders))]
    public void Uses_only_what_its_arrows_allow(string folder)
    {
        IEnumerable<FolderUse> wrong = s_uses.Value.Where(use => use.From == folder && !s_arrows[folder].Contains(use.To));
        Assert.That(wrong.Select(static use => $"{use.Where} is of {use.To}"), Is.Empty);
    }

    [Test]
    public void The_reader_sees_the_arrows_that_exist() =>
        Assert.That(s_uses.Value.Select(static use => (use.From, use.To)).Distinct(), Is.SupersetOf(new[] { ("Caching", "Storage"), ("Http", "Caching"), ("Models", "Json") }));

    [TestCaseSource(nameof(ProjectsAboveTheCore))]
    public void Projects_above_the_core_know_clients_models_and_caches_only(string project)
    {
        FolderUse[] imports = [.. SourceTree.Read(project).Imports()];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(imports, Is.Not.Empty);
            Assert.That(imports.Where(static use => use.To is not ("PyperCache" or "PyperCache.Http" or "PyperCache.Models")).Select(static use => $"{use.Where} is of {use.To}"), Is.Empty);
        }
    }

    [Test]
    public void Generators_reference_no_project_and_share_only_the_selector_parser()
    {
        XDocument project = XDocument.Load(Path.Combine(SourceTree.Root, "src", "PyperCache.Generators", "PyperCache.Generators.csproj"));
        string[] shared = [.. project.Descendants("Compile").Select(static file => (string?)file.Attribute("Include")).OfType<string>().Select(static path => path.Replace('\\', '/'))];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(project.Descendants("ProjectReference"), Is.Empty);
            Assert.That(shared, Is.All.StartsWith("../PyperCache.Core/Query/"));
        }
    }

    private static IEnumerable<string> ProjectsAboveTheCore() => Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src"), "*.csproj", SearchOption.AllDirectories)
        .Select(static path => Path.GetFileNameWithoutExtension(path)!)
        .Except(["PyperCache.Core", "PyperCache.Generators", "PyperCache.CodeFixes"]);

    private static string[] Folders() => [.. s_arrows.Keys];
}
