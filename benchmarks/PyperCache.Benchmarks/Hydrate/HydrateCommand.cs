using System.Text.Json;
using PyperCache.Benchmarks.Harness;
using PyperCache.Benchmarks.Hydrate.ByHand;
using PyperCache.Benchmarks.Hydrate.Models;
using PyperCache.Benchmarks.Hydrate.Stj;
using PyperCache.Benchmarks.Payloads;
using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate;

/// <summary>Payloads to models: the source generator of System.Text.Json against ours.</summary>
internal sealed class HydrateCommand : ICommand
{
    private const string Stj = "STJ source-gen";
    private const string Ours = "PyperCache";

    public string Name => "hydrate";

    public string Summary => "payloads to models, against the System.Text.Json source generator; hydrate <words> runs the parts that hold one of them";

    public async Task RunAsync(string[] args, TextWriter output)
    {
        MarkdownTable table = MarkdownTable.ForRaces();
        List<double> objects = [];
        foreach ((string what, byte[] json, bool isObjects, Contender[] contenders) in Parts())
        {
            if (args.Length > 0 && !Array.Exists(args, what.Contains))
                continue;
            IReadOnlyList<Result> results = await Race.RunAsync(contenders, countWaits: false);
            table.AddRace(json.Length > 0 ? $"{what}, {MarkdownTable.Bytes(json.Length)} B" : what, results);
            if (isObjects)
                objects.Add(results.First(r => r.Name == Ours).Speed);
        }

        table.Print(output);
        if (objects.Count > 0)
            output.WriteLine($"objects, geometric mean: {MarkdownTable.Ratio(Math.Exp(objects.Average(Math.Log)))}");
    }

    /// <summary>The races. In each, the base comes first and our model second.</summary>
    public static IEnumerable<(string What, byte[] Json, bool IsObjects, Contender[] Contenders)> Parts()
    {
        byte[] many = CommentPayloads.Many(500);
        byte[] one = CommentPayloads.One();
        byte[] issues = IssuePayloads.Many(30);
        byte[] feed = FeedPayloads.Page();
        byte[] wrapped = FeedPayloads.Wrapped();
        Comment known = ApiModel.FromJson<Comment>(one);
        CommentRecord record = ApiModel.FromJson<CommentRecord>(one);
        CommentRecord copy = record with { };
        FixedComment unchangeable = ApiModel.FromJson<FixedComment>(one);
        yield return ("500 comments", many, true,
        [
            Contender.Of(Stj, () => JsonSerializer.Deserialize(many, CamelContext.Default.ListCommentDto)),
            Contender.Of(Ours, () => ApiModel.FromJson<List<Comment>>((ReadOnlyMemory<byte>)many)),
            Contender.Of("positional record", () => ApiModel.FromJson<List<CommentRecord>>((ReadOnlyMemory<byte>)many)),
            Contender.Of("init-only record", () => ApiModel.FromJson<List<InitComment>>((ReadOnlyMemory<byte>)many)),
            Contender.Of("Validate off", () => ApiModel.FromJson<List<LooseComment>>((ReadOnlyMemory<byte>)many)),
            Contender.Of("Check", () => ApiModel.Check<List<Comment>>(many)),
            Contender.Of("cursor by hand", () => CommentByHand.ReadAll(many)),
        ]);
        yield return ("one comment", one, true,
        [
            Contender.Of(Stj, () => JsonSerializer.Deserialize(one, CamelContext.Default.CommentDto)),
            Contender.Of(Ours, () => Comment.FromJson((ReadOnlyMemory<byte>)one)),
            Contender.Of("positional record", () => CommentRecord.FromJson((ReadOnlyMemory<byte>)one)),
            Contender.Of("init-only record", () => InitComment.FromJson((ReadOnlyMemory<byte>)one)),
            Contender.Of("Validate off", () => LooseComment.FromJson((ReadOnlyMemory<byte>)one)),
            Contender.Of("Check", () => Comment.Check(one)),
            Contender.Of("cursor by hand", () => CommentByHand.ReadOne(one)),
        ]);
        yield return ("30 issues", issues, true,
        [
            Contender.Of(Stj, () => JsonSerializer.Deserialize(issues, SnakeContext.Default.ListIssueDto)),
            Contender.Of(Ours, () => ApiModel.FromJson<List<Issue>>((ReadOnlyMemory<byte>)issues)),
            Contender.Of("Check", () => ApiModel.Check<List<Issue>>(issues)),
        ]);
        yield return ("social feed", feed, true,
        [
            Contender.Of(Stj, () => JsonSerializer.Deserialize(feed, SnakeContext.Default.FeedDto)),
            Contender.Of(Ours, () => Feed.FromJson((ReadOnlyMemory<byte>)feed)),
            Contender.Of("Check", () => Feed.Check(feed)),
        ]);
        yield return ("sparse feed", feed, true,
        [
            Contender.Of(Stj, () => JsonSerializer.Deserialize(feed, SnakeContext.Default.SparseFeedDto)),
            Contender.Of(Ours, () => SparseFeed.FromJson((ReadOnlyMemory<byte>)feed)),
            Contender.Of("Check", () => SparseFeed.Check(feed)),
        ]);
        foreach (int hours in (int[])[168, 2400])
        {
            byte[] forecast = ForecastPayloads.Hours(hours);
            yield return ($"columns, {hours} hours", forecast, false,
            [
                Contender.Of(Stj, () => ReadRows(forecast)),
                Contender.Of(Ours, () => Forecast.FromJson((ReadOnlyMemory<byte>)forecast)),
                Contender.Of("Check", () => Forecast.Check(forecast)),
            ]);

            // Apart, as the garbage of rows that are objects is collected in the time of whoever comes next.
            yield return ($"columns, {hours} hours, rows as objects", forecast, false,
            [
                Contender.Of(Stj, () => ReadRows(forecast)),
                Contender.Of("PyperCache, records", () => RecordForecast.FromJson((ReadOnlyMemory<byte>)forecast)),
                Contender.Of("PyperCache, classes", () => ClassForecast.FromJson((ReadOnlyMemory<byte>)forecast)),
            ]);
        }

        yield return ("lazy page", wrapped, false,
        [
            Contender.Of("STJ, JsonElement", () => JsonSerializer.Deserialize(wrapped, CamelContext.Default.WrappedFeedDto)),
            Contender.Of(Ours, () => WrappedFeed.FromJson((ReadOnlyMemory<byte>)wrapped)),
        ]);
        yield return ("ToJson, unchanged", one, false,
        [
            Contender.Of("copy of the bytes", () => one.ToArray()),
            Contender.Of(Ours, () => known.ToJson().Length == 0 ? null : known),
            Contender.Of("positional record", () => record.ToJson().Length == 0 ? null : record),
            Contender.Of("copy of it by with", () => copy.ToJson().Length == 0 ? null : copy),
            Contender.Of("init-only class", () => unchangeable.ToJson().Length == 0 ? null : unchangeable),
        ]);
    }

    private static ForecastDto ReadRows(byte[] json)
    {
        ForecastDto forecast = JsonSerializer.Deserialize(json, SnakeContext.Default.ForecastDto)!;
        forecast.Rows = forecast.Hourly.ToRows();
        return forecast;
    }
}
