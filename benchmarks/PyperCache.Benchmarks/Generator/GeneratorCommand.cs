using PyperCache.Benchmarks.Harness;
using PyperCache.Generators;

namespace PyperCache.Benchmarks.Generator;

/// <summary>What a project of many models costs its compiler: the source generator of System.Text.Json against ours.</summary>
internal sealed class GeneratorCommand : ICommand
{
    private const int Models = 1000;
    private const int Rounds = 9, CompilingRounds = 3;

    public string Name => "generator";

    public string Summary => "1,000 models of 10 properties: generating, edits, emitted bytes, compiling";

    public Task RunAsync(string[] args, TextWriter output)
    {
        GeneratedProject stj = new("STJ source-gen", StjGenerator.Create, ModelSources.ForSystemTextJson(Models));
        GeneratedProject ours = new("PyperCache", static () => new ApiModelGenerator(), ModelSources.ForPyperCache(Models));
        GeneratedProject[] projects = [stj, ours];
        List<GeneratorTimes>[] times = [[], []];

        // The first round warms the JIT: what the compiler itself needs would else be counted for whoever comes first.
        for (int round = 0; round <= Rounds; round++)
        {
            for (int i = 0; i < projects.Length; i++)
            {
                // To compile takes longer than all else.
                GeneratorTimes measured = projects[i].Measure(compiles: round <= CompilingRounds);
                if (round > 0)
                    times[i].Add(measured);
            }
        }

        Print(output, stj, ours, times);
        return Task.CompletedTask;
    }

    private static void Print(TextWriter output, GeneratedProject stj, GeneratedProject ours, List<GeneratorTimes>[] times)
    {
        MarkdownTable table = new("what", stj.Name, ours.Name, "ours / STJ");
        Row("cold", static t => t.Cold);
        Row("unrelated edit", static t => t.UnrelatedEdit);
        Row("edit of one model", static t => t.ModelEdit);
        Row("compile with the output", static t => t.Compile);
        table.Add("emitted bytes", MarkdownTable.Bytes(stj.EmittedBytes), MarkdownTable.Bytes(ours.EmittedBytes), MarkdownTable.Ratio((double)ours.EmittedBytes / stj.EmittedBytes));
        table.Print(output);

        void Row(string what, Func<GeneratorTimes, TimeSpan?> pick)
        {
            TimeSpan[] theirs = [.. times[0].Select(pick).OfType<TimeSpan>()], own = [.. times[1].Select(pick).OfType<TimeSpan>()];
            double ratio = Median(theirs.Zip(own, static (a, b) => b / a));
            table.Add(what, MarkdownTable.Time(Median(theirs.Select(static t => t.TotalNanoseconds))), MarkdownTable.Time(Median(own.Select(static t => t.TotalNanoseconds))), MarkdownTable.Ratio(ratio));
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return ordered[ordered.Length / 2];
    }
}
