using PyperCache.Models;
using PyperCache.Storage;

namespace PyperCache.Core.Tests.Caching;

/// <summary>The names of types that caches remember, ours and those of Python.</summary>
public sealed partial class CastTests : FolderFixture
{
    [TestCase("db/cache.db")]
    [TestCase("json/cache.json")]
    [TestCase("pkl/cache.pkl")]
    [TestCase("manifest/chunks.manifest")]
    public void A_record_that_python_stored_with_a_class_becomes_the_model_of_that_name(string file)
    {
        using var cache = new Cache(PythonFiles.CopyTo(Folder, file));

        CacheRecord record = cache.Get("cast");

        Assert.That(record.CastName, Is.EqualTo("app.models.User"));
        Assert.That(record.Cast, Is.EqualTo(typeof(PythonUser)));
        Assert.That(cache.GetObject("cast"), Is.EqualTo(new PythonUser(1, "Ada")));
    }

    [Test]
    public void A_name_that_nobody_has_is_looked_for_by_its_last_part()
    {
        using var cache = new Cache(Folder.Path("cache.json"));
        cache.Store("key", """{"name":"x"}""", castName: "some.other.module.RareThing");

        Assert.That(cache.Get("key").Cast, Is.EqualTo(typeof(RareThing)));
        Assert.That(cache.GetObject("key"), Is.EqualTo(new RareThing("x")));
    }

    [Test]
    public void A_name_that_cannot_be_found_leaves_the_record_readable_and_says_what_to_register()
    {
        using var cache = new Cache(Folder.Path("cache.json"));
        cache.Store("key", """{"name":"x"}""", castName: "app.models.Nowhere");

        Assert.That(cache.Get("key").Cast, Is.Null);
        Assert.That(cache.Get("key").Data.GetProperty("name").GetString(), Is.EqualTo("x"));
        Assert.That(cache.GetObject<RareThing>("key"), Is.EqualTo(new RareThing("x")));
        Assert.That(
            () => cache.GetObject("key"),
            Throws.InstanceOf<NotSupportedException>().With.Message.Contains("[ApiModel(Name = \"app.models.Nowhere\")]").And.Message.Contains("'key'"));
    }

    [Test]
    public void Models_and_collections_of_them_come_back_as_what_they_were()
    {
        using var cache = new Cache(Folder.Path("cache.db"));
        cache.Store("one", new PythonUser(1, "Ada"));
        cache.Store("list", new List<PythonUser> { new(1, "Ada") });
        cache.Store("map", new Dictionary<string, PythonUser> { ["a"] = new(1, "Ada") });
        cache.Store("none", "[1]");

        Assert.That(cache.GetObject("one"), Is.EqualTo(new PythonUser(1, "Ada")));
        Assert.That(cache.GetObject("list"), Is.EqualTo(new[] { new PythonUser(1, "Ada") }));
        Assert.That(cache.GetObject("map"), Is.EqualTo(new Dictionary<string, PythonUser> { ["a"] = new(1, "Ada") }));
        Assert.That(() => cache.GetObject("none"), Throws.InvalidOperationException.With.Message.Contains("none"));
        Assert.That(cache.GetObject("nope", defaultValue: null), Is.Null);
    }

    [ApiModel(Name = "app.models.User")]
    internal sealed partial record PythonUser(int Id, string Name);

    [ApiModel]
    internal sealed partial record RareThing(string Name);
}
