using System.Text.RegularExpressions;
using PyperCache.Tests.Programs;

namespace PyperCache.Samples.Tests.Programs;

public sealed partial class OpenMeteoTests
{
    private const string Name = "OpenMeteo";

    [Test]
    public async Task Shows_twelve_hours_and_three_days_and_then_does_so_from_the_cache()
    {
        using SampleFolder folder = new();
        ProgramRun first = await Sample.RunAsync(Name, "--cache", folder.File("cache.db"));
        ProgramRun second = await Sample.RunAsync(Name, "--cache", folder.File("cache.db"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.ExitCode, Is.Zero, first.Errors);
            Assert.That(first.Output, Does.StartWith("Phoenix, Arizona, United States  33.45, -112.07, 331 m, America/Phoenix"));
            Assert.That(Hour().Count(first.Output), Is.EqualTo(12), first.Output);
            Assert.That(Day().Count(first.Output), Is.EqualTo(3), first.Output);
            Assert.That(first.Output, Does.Contain("Requests sent: 2."));
            Assert.That(second.Output, Does.Contain("All of it came from the cache file."));
        }
    }

    [Test]
    public async Task A_place_of_no_name_is_a_fault_in_words()
    {
        using SampleFolder folder = new();
        ProgramRun run = await Sample.RunAsync(Name, "Atlantis", "--cache", folder.File("cache.db"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.EqualTo(1));
            Assert.That(run.Errors.Trim(), Is.EqualTo("There is no place called Atlantis."));
        }
    }

    [GeneratedRegex(@"^  \d\d:00  +-?\d+\.\d°  █+[▏▎▍▌▋▊▉]? +\d+ %", RegexOptions.Multiline)]
    private static partial Regex Hour();

    [GeneratedRegex(@"^  \w{3} \d+ \w{3}  +-?\d+\.\d° to -?\d+\.\d°", RegexOptions.Multiline)]
    private static partial Regex Day();
}
