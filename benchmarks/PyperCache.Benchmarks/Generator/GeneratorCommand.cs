using PyperCache.Benchmarks.Harness;
using PyperCache.Generators;

namespace PyperCache.Benchmarks.Generator;

/// <summary>What a project of many models costs its compiler: the source generator of System.Text.Json against ours.</summary>
internal sealed class GeneratorCommand : ICommand
{
    private const string Edits = "edits", Build = "build";
    private const int Models = 1000;
    private const int Rounds = 17, CompilingRounds = 4;

    private readonly GeneratedProject[] _projects =
    [
        new("STJ source-gen", StjGenerator.Create, ModelSources.ForSystemTextJson(Models)),
        new("PyperCache", static () => new ApiModelGenerator(), ModelSources.ForPyperCache(Models)),
    ];

    public string Name => "generator";

    public string Summary => $"1,000 models of 10 properties: {Edits}; generating, emitted bytes and compiling ({Build})";

    /// <remarks>Both parts unless one is named. The compiler of the SDK has the collector of servers (its <c>csc.runtimeconfig.json</c>): so has the build here.</remarks>
    public async Task RunAsync(string[] args, TextWriter output)
    {
        if (!args.Contains(Build))
            RaceEdits(output);
        if (args.Contains(Build))
            RaceBuilds(output);
        else if (!args.Contains(Edits))
            await ServerCollector.RunAgainAsync([Name, Build]);
    }

    private void RaceEdits(TextWriter output)
    {
        List<EditTimes>[] times = Race((project, _) => project.MeasureEdits());
        MarkdownTable table = NewTable();
        Row(table, "unrelated edit", times, static t => t.Unrelated);
        Row(table, "edit of one model", times, static t => t.OfModel);
        table.Print(output);
    }

    private void RaceBuilds(TextWriter output)
    {
        List<BuildTimes>[] times = Race(static (project, round) => project.MeasureBuild(compiles: round <= CompilingRounds));
        MarkdownTable table = NewTable();
        Row(table, "cold", times, static t => t.Cold);
        Row(table, "compile with the output", times, static t => t.Compile);
        (long theirs, long own) = (_projects[0].EmittedBytes, _projects[1].EmittedBytes);
        table.Add("emitted bytes", MarkdownTable.Bytes(theirs), MarkdownTable.Bytes(own), MarkdownTable.Ratio((double)own / theirs));
        table.Print(output);
    }

    /// <remarks>The first round warms the JIT: what the compiler itself needs would else be counted for whoever comes first.</remarks>
    private List<T>[] Race<T>(Func<GeneratedProject, int, T> measure)
    {
        List<T>[] times = [[], []];
        for (int round = 0; round <= Rounds; round++)
        {
            for (int i = 0; i < _projects.Length; i++)
            {
                T measured = measure(_projects[i], round);
                if (round > 0)
                    times[i].Add(measured);
            }
        }

        return times;
    }

    private MarkdownTable NewTable() => new("what", _projects[0].Name, _projects[1].Name, "ours / STJ");

    private static void Row<T>(MarkdownTable table, string what, List<T>[] times, Func<T, TimeSpan?> pick)
    {
        TimeSpan[] theirs = [.. times[0].Select(pick).OfType<TimeSpan>()], own = [.. times[1].Select(pick).OfType<TimeSpan>()];
        double ratio = Median(theirs.Zip(own, static (a, b) => b / a));
        table.Add(what, MarkdownTable.Time(Median(theirs.Select(static t => t.TotalNanoseconds))), MarkdownTable.Time(Median(own.Select(static t => t.TotalNanoseconds))), MarkdownTable.Ratio(ratio));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered[ordered.Length / 2];
    }
}
