using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace PyperCache.Packages.Tests;

public sealed class ContentTests
{
    private const string Core = "PyperCache.Core";
    private const string Refit = "PyperCache.Refit";
    private const string Injection = "PyperCache.Extensions.DependencyInjection";

    [Test]
    public void The_core_carries_what_the_compiler_and_editors_load() => Assert.That(Files(Core), Is.SupersetOf(new[]
    {
        "lib/net10.0/PyperCache.Core.dll", "lib/net10.0/PyperCache.Core.xml", "README.md",
        "analyzers/dotnet/cs/PyperCache.Generators.dll", "analyzers/dotnet/cs/PyperCache.CodeFixes.dll",
    }));

    [TestCase(Core)]
    [TestCase(Refit)]
    [TestCase(Injection)]
    public void A_package_brings_no_library_of_others(string id)
    {
        IEnumerable<string> libraries = Files(id).Where(static file => file.EndsWith(".dll", StringComparison.Ordinal)).ToList();
        Assert.That(libraries, Is.Not.Empty.And.All.Contains("/PyperCache."));
    }

    [TestCase(Core, "Microsoft.Data.Sqlite", "Microsoft.Extensions.Logging.Abstractions")]
    [TestCase(Refit, "PyperCache.Core", "Refit")]
    [TestCase(Injection, "PyperCache.Core", "Microsoft.Extensions.Http")]
    public void A_package_depends_on_what_its_code_uses_and_on_nothing_else(string id, params string[] dependencies) =>
        Assert.That(Elements(id, "dependency").Select(static dependency => dependency.Attribute("id")!.Value), Is.EquivalentTo(dependencies));

    [TestCase(Refit, "PyperCache.Core")]
    [TestCase(Refit, "Refit")]
    [TestCase(Injection, "PyperCache.Core")]
    public void Generators_reach_those_who_reference_a_companion_alone(string id, string dependency)
    {
        XElement element = Elements(id, "dependency").Single(element => element.Attribute("id")!.Value == dependency);
        Assert.That(element.Attribute("include")?.Value, Is.EqualTo("All"));
    }

    [TestCase(Core)]
    [TestCase(Refit)]
    [TestCase(Injection)]
    public void A_package_says_what_it_is(string id)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Elements(id, "license").Single().Value, Is.EqualTo("MIT"));
            Assert.That(Elements(id, "readme").Single().Value, Is.EqualTo("README.md"));
            Assert.That(Elements(id, "description").Single().Value, Has.Length.GreaterThan(20));
            Assert.That(Elements(id, "tags").Single().Value, Does.Contain("source-generator"));
            Assert.That(Text(id, "README.md"), Does.StartWith($"# {id}"));
        }
    }

    [TestCase(Core)]
    [TestCase(Refit)]
    [TestCase(Injection)]
    public void Symbols_have_a_package_and_no_path_of_this_machine(string id)
    {
        byte[] library = Bytes(Feed.Open(id), $"lib/net10.0/{id}.dll");
        byte[] symbols = Bytes(Feed.Open(id, "snupkg"), $"lib/net10.0/{id}.pdb");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(symbols, Is.Not.Empty);
            Assert.That(Encoding.Latin1.GetString(symbols), Does.Not.Contain(Facts.Root));
            Assert.That(Encoding.Latin1.GetString(library), Does.Not.Contain(Facts.Root));
        }
    }

    private static List<string> Files(string id)
    {
        using ZipArchive package = Feed.Open(id);
        return [.. package.Entries.Select(static entry => entry.FullName)];
    }

    private static IEnumerable<XElement> Elements(string id, string name) =>
        XDocument.Parse(Text(id, $"{id}.nuspec")).Descendants().Where(element => element.Name.LocalName == name);

    private static string Text(string id, string file) => Encoding.UTF8.GetString(Bytes(Feed.Open(id), file)).TrimStart('\uFEFF');

    private static byte[] Bytes(ZipArchive package, string file)
    {
        using (package)
        using (Stream content = package.GetEntry(file)!.Open())
        {
            MemoryStream copy = new();
            content.CopyTo(copy);
            return copy.ToArray();
        }
    }
}
