using PyperCache.Benchmarks.Harness;
using PyperCache.Generators;

namespace PyperCache.Benchmarks.Generator;

/// <summary>What a project of many models costs its compiler: the source generator of System.Text.Json against ours.</summary>
internal sealed class GeneratorCommand : ICommand
{
    private const int Models = 1000;
    private const int Rounds = 3;

    public string Name => "generator";

    public string Summary => "1,000 models of 10 properties: generating, edits, emitted bytes, compiling";

    public Task RunAsync(string[] args, TextWriter output)
    {
        GeneratedProject stj = new("STJ source-gen", StjGenerator.Create, ModelSources.ForSystemTextJson(Models));
        GeneratedProject ours = new("PyperCache", static () => new ApiModelGenerator(), ModelSources.ForPyperCache(Models));
        GeneratedProject[] projects = [stj, ours];
        List<GeneratorTimes>[] times = [[], []];

        // The first round warms the JIT.
        for (int round = 0; round <= Rounds; round++)
        {
            for (int i = 0; i < projects.Length; i++)
            {
                // To compile takes longer than all else: the last round alone does.
                GeneratorTimes measured = projects[i].Measure(compiles: round == Rounds);
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
        table.Add("compile with the output", MarkdownTable.Time(times[0][^1].Compile.TotalNanoseconds), MarkdownTable.Time(times[1][^1].Compile.TotalNanoseconds), MarkdownTable.Ratio(times[1][^1].Compile / times[0][^1].Compile));
        table.Add("emitted bytes", MarkdownTable.Bytes(stj.EmittedBytes), MarkdownTable.Bytes(ours.EmittedBytes), MarkdownTable.Ratio((double)ours.EmittedBytes / stj.EmittedBytes));
        table.Print(output);

        void Row(string what, Func<GeneratorTimes, TimeSpan> pick)
        {
            double theirs = Median(times[0].Select(t => pick(t).TotalNanoseconds));
            double own = Median(times[1].Select(t => pick(t).TotalNanoseconds));
            double ratio = Median(times[0].Zip(times[1], (a, b) => pick(b) / pick(a)));
            table.Add(what, MarkdownTable.Time(theirs), MarkdownTable.Time(own), MarkdownTable.Ratio(ratio));
        }
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
