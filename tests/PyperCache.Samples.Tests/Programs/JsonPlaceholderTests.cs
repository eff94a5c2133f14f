using System.Text.RegularExpressions;
using PyperCache.Tests.Programs;

namespace PyperCache.Samples.Tests.Programs;

public sealed partial class JsonPlaceholderTests
{
    private const string Name = "JsonPlaceholder";

    [TestCase("cache.db")]
    [TestCase("cache.json")]
    [TestCase("cache.pkl")]
    [TestCase("cache.manifest")]
    public async Task The_first_run_asks_for_each_thing_once_and_the_second_for_none(string fileName)
    {
        using SampleFolder folder = new();
        string cache = folder.File(fileName);
        ProgramRun first = await Sample.RunAsync(Name, "--cache", cache);
        ProgramRun second = await Sample.RunAsync(Name, "--cache", cache);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.ExitCode, Is.Zero, first.Errors);
            Assert.That(first.Output, Does.Contain("The server was asked 5 times: 4 GETs, 1 POST."));
            Assert.That(Sources(first), Is.EqualTo(new[] { "network", "cache", "network", "network", "network", "network" }));
            Assert.That(second.ExitCode, Is.Zero, second.Errors);
            Assert.That(second.Output, Does.Contain("The server was asked 1 time: 0 GETs, 1 POST."));
            Assert.That(Sources(second), Is.EqualTo(new[] { "cache", "cache", "cache", "cache", "cache", "network" }));
        }
    }

    [Test]
    public async Task Stale_records_are_fetched_again()
    {
        using SampleFolder folder = new();
        string path = folder.File("cache.db");
        await Sample.RunAsync(Name, "--cache", path);
        using (Cache cache = new(path))
        {
            foreach (string key in cache.Keys.ToList())
                cache.Store(key, cache.Get(key).Payload.Span, expiry: TimeSpan.FromTicks(1));
        }

        ProgramRun later = await Sample.RunAsync(Name, "--cache", path);
        Assert.That(later.Output, Does.Contain("The server was asked 5 times: 4 GETs, 1 POST."));
    }

    [Test]
    public async Task The_readme_shows_what_the_program_prints()
    {
        using SampleFolder folder = new();
        string readme = await File.ReadAllTextAsync(Path.Combine(BuildFacts.Root, "README.md"));
        ProgramRun run = await Sample.RunAsync(Name, "--cache", folder.File("cache.db"));
        string promised = Promise().Match(readme).Groups["output"].Value;
        Assert.That(Timeless(run.Output), Is.EqualTo(Timeless(promised)));
    }

    [Test]
    public async Task Help_tells_the_options_and_runs_nothing()
    {
        ProgramRun run = await Sample.RunAsync(Name, "--help");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero);
            Assert.That(run.Output, Does.Contain("--live").And.Contain("--cache PATH").And.Not.Contain("Requests"));
        }
    }

    [TestCase("There is no option --fast.", "--fast")]
    [TestCase("--cache needs a path.", "--cache")]
    [TestCase("posts is one word too many.", "posts")]
    [TestCase(".txt", "--cache", "answers.txt")]
    public async Task A_command_line_that_makes_no_sense_is_refused_with_the_reason(string reason, params string[] arguments)
    {
        ProgramRun run = await Sample.RunAsync(Name, arguments);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(2));
            Assert.That(run.Errors, Does.Contain(reason));
        }
    }

    [Test]
    public async Task Output_that_goes_elsewhere_than_to_a_terminal_has_no_colours()
    {
        using SampleFolder folder = new();
        ProgramRun run = await Sample.RunAsync(Name, "--cache", folder.File("cache.db"));
        Assert.That(run.Output, Does.Not.Contain('\e'));
    }

    private static IEnumerable<string> Sources(ProgramRun run) => Source().Matches(run.Output).Select(static match => match.Value);

    /// <summary>The text without what differs from run to run: times of day, durations, paths.</summary>
    private static string Timeless(string output)
    {
        string text = output.ReplaceLineEndings("\n").Trim();
        text = Duration().Replace(text, "# ms");
        text = TimeOfDay().Replace(text, "##:##:##");
        return FilePath().Replace(text, "$1 (file)");
    }

    [GeneratedRegex(@"(?<=^  (GET|POST) .*  )(network|cache)(?= .* ms  )", RegexOptions.Multiline)]
    private static partial Regex Source();

    [GeneratedRegex(@"\$ dotnet run --project samples/JsonPlaceholder\n(?<output>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Promise();

    [GeneratedRegex(@" *\d+\.\d ms")]
    private static partial Regex Duration();

    [GeneratedRegex(@"\d\d:\d\d:\d\d")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"(?<=^)(cache  |Request log ) [^ (,]*", RegexOptions.Multiline)]
    private static partial Regex FilePath();
}
