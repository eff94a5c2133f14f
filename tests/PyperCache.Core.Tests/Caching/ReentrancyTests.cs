using PyperCache.Models;

namespace PyperCache.Core.Tests.Caching;

/// <summary>A model whose code asks the cache that it is just read from.</summary>
public sealed partial class ReentrancyTests : FolderFixture
{
    private static readonly string[] s_extensions = [".db", ".json", ".pkl", ".manifest"];

    [TearDown]
    public void BeQuiet() => Curious.WhenNamed = null;

    [TestCaseSource(nameof(s_extensions))]
    public void It_reads_and_writes_there(string extension)
    {
        using var cache = new Cache(Folder.Path("cache" + extension));
        cache.Store("curious", """{"name":"a"}""");
        cache.Store("other", "1");
        Curious.WhenNamed = () =>
        {
            cache.Store("new", cache.GetObject<int>("other") + 1);
            cache.Remove("other");
            cache.Update("curious", """{"name":"b"}""");
        };

        Assert.That(cache.GetObject<Curious>("curious").Name, Is.EqualTo("a"));
        Curious.WhenNamed = null;
        Assert.That(cache.Keys, Is.EquivalentTo(new[] { "curious", "new" }));
        Assert.That(cache.GetObject<int>("new"), Is.EqualTo(2));
        Assert.That(cache.GetObject<Curious>("curious").Name, Is.EqualTo("b"));
    }

    [TestCaseSource(nameof(s_extensions))]
    public void It_waits_for_another_thread_that_uses_the_cache(string extension)
    {
        using var cache = new Cache(Folder.Path("cache" + extension), new CacheOptions { HotBytes = 1_000 });
        cache.Store("curious", """{"name":"a"}""");
        bool hasEnded = false;
        Curious.WhenNamed = () =>
        {
            Curious.WhenNamed = null;
            hasEnded = Task.Run(() =>
            {
                cache.Store("new", cache.Count);
                cache.Flush();
                return cache.GetObject<Curious>("curious");
            }).Wait(TimeSpan.FromSeconds(30));
        };

        Assert.That(cache.GetObject<Curious>("curious").Name, Is.EqualTo("a"));
        Assert.That(hasEnded, Is.True);
        Assert.That(cache.GetObject<int>("new"), Is.EqualTo(1));
    }

    [ApiModel]
    internal sealed partial class Curious
    {
        public static Action? WhenNamed { get; set; }

        public string Name
        {
            get;
            set
            {
                field = value;
                WhenNamed?.Invoke();
            }
        }
        = "";
    }
}
