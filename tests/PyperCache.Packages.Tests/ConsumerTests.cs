using PyperCache.Tests.Programs;

namespace PyperCache.Packages.Tests;

/// <summary>A project outside of the tree, which knows the packages alone.</summary>
[NonParallelizable]
public sealed class ConsumerTests
{
    private const string Promise = """
        North pier, Skerry Point, since 2019
        twice the same: True; requests: 1
        {"id":"7","name":"South pier","place":{"harbour":"Skerry Point"},"openedAt":"2019-05-02T08:00:00Z","sensor":"radar"}
        in the file: Skerry Point
        """;

    private UserProject _project = null!;

    [SetUp]
    public void CopyProject() => _project = new UserProject("Consumer");

    [Test]
    public async Task Builds_without_a_warning_and_runs()
    {
        ProgramRun build = await _project.SdkAsync("build", "-warnaserror", "-o", "out");
        Assert.That(build.ExitCode, Is.Zero, build.Output);
        ProgramRun run = await DotNet.RunAsync(_project.Folder, Path.Combine("out", "Consumer.dll"));
        AssertKept(run);
    }

    [Test]
    public async Task Publishes_as_native_code_without_a_warning_and_runs()
    {
        if (!HasLinker())
            Assert.Ignore("There is no clang or gcc to link native code with.");
        ProgramRun publish = await _project.SdkAsync("publish", "-o", "out");
        Assert.That(publish.ExitCode, Is.Zero, publish.Output);
        Assert.That(publish.Output, Does.Contain("Generating native code").And.Not.Contain(": warning "));
        ProgramRun run = await DotNet.RunProgramAsync(_project.Folder, Path.Combine(_project.Folder, "out", "Consumer"));
        AssertKept(run);
    }

    [Test]
    public async Task Is_told_of_a_bad_selector_by_the_analyzer_of_the_package()
    {
        ProgramRun build = await _project.SdkAsync("build", "-p:WithFault=true");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(build.ExitCode, Is.Not.Zero);
            Assert.That(build.Output, Does.Contain("BadSelector.cs(7,78): error PYP0500"));
        }
    }

    private static void AssertKept(ProgramRun run)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero, run.Output + run.Errors);
            Assert.That(run.Output.ReplaceLineEndings(), Does.StartWith(Promise.ReplaceLineEndings()));
            foreach (string fault in new[] { "$.id (Station.Id)", "$.name (Station.Name)", "$.openedAt (Station.OpenedAt)" })
                Assert.That(run.Output, Does.Contain(fault));
        }
    }

    private static bool HasLinker() =>
        OperatingSystem.IsWindows() || OnPath("clang") || OnPath("gcc");

    private static bool OnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
