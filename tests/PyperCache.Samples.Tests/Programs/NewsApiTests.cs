using System.Text;
using PyperCache.Tests.Programs;

namespace PyperCache.Samples.Tests.Programs;

public sealed class NewsApiTests
{
    private const string Name = "NewsApi";
    private const string Secret = "s3cret-of-the-coast";

    [Test]
    public async Task Shows_headlines_and_a_search_and_then_does_so_from_the_cache()
    {
        using SampleFolder folder = new();
        ProgramRun first = await RunAsync(folder, Secret);
        ProgramRun second = await RunAsync(folder, Secret);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.ExitCode, Is.Zero, first.Errors);
            Assert.That(first.Output, Does.Contain("Lighthouse keeps its keeper"));
            Assert.That(second.Output, Does.Contain("nothing was sent: both answers came from the cache file"));
        }
    }

    [Test]
    public async Task Several_sources_are_one_parameter_with_commas()
    {
        using SampleFolder folder = new();
        ProgramRun run = await RunAsync(folder, Secret);
        Assert.That(run.Output, Does.Contain("https://newsapi.org/v2/everything?sortBy=publishedAt&q=the&sources=harbour-post%2Ctide-weekly"));
    }

    [Test]
    public async Task What_the_api_would_refuse_is_told_without_asking_it()
    {
        using SampleFolder folder = new();
        ProgramRun run = await RunAsync(folder, Secret);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Output, Does.Contain("Sources cannot be mixed with a country or a category: ask twice."));
            Assert.That(run.Output, Does.Not.Contain("country="));
        }
    }

    [Test]
    public async Task The_key_is_in_no_file_and_in_no_output()
    {
        using SampleFolder folder = new();
        ProgramRun run = await RunAsync(folder, Secret);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Output + run.Errors, Does.Not.Contain(Secret));
            Assert.That(Directory.GetFiles(folder.Path).Select(Path.GetFileName), Is.SupersetOf(new[] { "cache.db", "newsapi_requests.log" }));
            foreach (string file in Directory.GetFiles(folder.Path))
                Assert.That(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)), Does.Not.Contain(Secret), file);
        }
    }

    [Test]
    public async Task Answers_to_one_key_are_not_given_to_another()
    {
        using SampleFolder folder = new();
        await RunAsync(folder, Secret);
        ProgramRun other = await RunAsync(folder, "another-key");
        Assert.That(other.Output, Does.Not.Contain("nothing was sent"));
    }

    [Test]
    public async Task A_key_that_is_refused_is_a_fault_in_the_words_of_the_api()
    {
        using SampleFolder folder = new();
        ProgramRun run = await RunAsync(folder, "expired");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Errors.Trim(), Is.EqualTo("newsapi.org refuses: Your API key is invalid or missing. (401 apiKeyInvalid)"));
        }
    }

    private static Task<ProgramRun> RunAsync(SampleFolder folder, string key) =>
        Sample.RunAsync(Name, new Dictionary<string, string?> { ["NEWSAPI_KEY"] = key }, "--cache", folder.File("cache.db"));
}
