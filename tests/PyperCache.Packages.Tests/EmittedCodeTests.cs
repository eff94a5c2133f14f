using PyperCache.Tests.Programs;

namespace PyperCache.Packages.Tests;

/// <summary>What the generators emit, looked at by all rules of the SDK.</summary>
[NonParallelizable]
public sealed class EmittedCodeTests
{
    private const string Mark = "[global::System.CodeDom.Compiler.GeneratedCode(";

    private UserProject _project = null!;

    [SetUp]
    public async Task EmitAsync()
    {
        _project = new UserProject("Linted");
        ProgramRun build = await _project.SdkAsync("build");
        Assert.That(build.ExitCode, Is.Zero, build.Output);
        foreach (string file in Emitted())
            await UnmarkAsync(file);
    }

    [Test]
    public async Task Code_for_every_kind_of_type_member_and_endpoint_passes_every_rule()
    {
        Assert.That(Emitted(), Has.Some.Contains("OpenClass").And.Some.Contains("For.Linted.ForeignClass").And.Some.Contains("RowClient"));
        ProgramRun build = await LintAsync();
        Assert.That(build.ExitCode, Is.Zero, build.Output);
    }

    [Test]
    public async Task A_fault_in_it_would_be_seen()
    {
        string file = Emitted().Single(static file => Path.GetFileName(file) == "Linted.OpenClass.g.cs");
        await File.AppendAllTextAsync(file, "file static class Faulty { internal static string Lower(string text) => text.ToLower(); }");
        ProgramRun build = await LintAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(build.ExitCode, Is.Not.Zero);
            Assert.That(build.Output, Does.Match(@"Linted\.OpenClass\.g\.cs\(\d+,\d+\): error CA1304"));
        }
    }

    private Task<ProgramRun> LintAsync() => _project.SdkAsync("build", "--no-incremental", "-p:Linting=true");

    private string[] Emitted() => Directory.GetFiles(Path.Combine(_project.Folder, "emitted", "PyperCache.Generators"), "*.cs", SearchOption.AllDirectories);

    /// <summary>Takes out the attribute that rules pass over whatever the settings say.</summary>
    private static async Task UnmarkAsync(string file)
    {
        string[] lines = await File.ReadAllLinesAsync(file);
        await File.WriteAllLinesAsync(file, lines.Where(static line => !line.TrimStart().StartsWith(Mark, StringComparison.Ordinal)));
    }
}
