using System.Text.Json;
using DevLab.JmesPath.Expressions;
using PyperCache.Benchmarks.Harness;
using PyperCache.Query;

namespace PyperCache.Benchmarks.Query;

/// <summary>Selectors against documents with hand-written navigation, and against other path languages.</summary>
internal sealed class QueryCommand : ICommand
{
    private const int Count = 1_000;

    public string Name => "query";

    public string Summary => "selectors on arrays of 1,000 elements, against JsonDocument, JmesPath.Net and Newtonsoft.Json";

    public async Task RunAsync(string[] args, TextWriter output)
    {
        byte[] hits = QueryPayloads.Write("hits", Count);
        byte[] users = QueryPayloads.Write("users", Count);
        output.WriteLine($"{Count} elements, {MarkdownTable.Bytes(hits.Length)} B; payload bytes in, result out");
        output.WriteLine();
        MarkdownTable cold = MarkdownTable.ForRaces();
        await RaceAsync(cold, hits, "hits?role=staff.name", ByHand.StaffNames, "hits[?role=='staff'].name", "$.hits[?(@.role=='staff')].name");
        await RaceAsync(cold, users, "users?team.name*", ByHand.TeamNames, "users[].team.name", "$.users[*].team.name");
        await RaceTotalAsync(cold, "meta.total, meta first", hits);
        await RaceTotalAsync(cold, "meta.total, meta last", QueryPayloads.Write("hits", Count, metaFirst: false));
        cold.Print(output);

        output.WriteLine("the second and later queries on one record");
        output.WriteLine();
        MarkdownTable warm = MarkdownTable.ForRaces();
        await RaceWarmAsync(warm, "hits?role=staff.name", hits, ByHand.StaffNames, q => q.GetList<string>("hits?role=staff.name"));
        await RaceWarmAsync(warm, "users?team.name*", users, ByHand.TeamNames, q => q.GetList<string>("users?team.name*"));
        await RaceWarmAsync(warm, "meta.total, meta first", hits, ByHand.Total, q => q.Get<int>("meta.total"));
        await RaceWarmAsync(warm, "meta.total, meta last", QueryPayloads.Write("hits", Count, metaFirst: false), ByHand.Total, q => q.Get<int>("meta.total"));
        warm.Print(output);
    }

    private static async Task RaceAsync(MarkdownTable table, byte[] payload, string selector, Func<JsonElement, List<string?>> byHand, string jmesPath, string jsonPath)
    {
        JmesPathExpression expression = OtherLanguages.Parse(jmesPath);
        List<string?> expected = ByHand.Parse(payload, byHand);
        Check(expected, new JsonInjester(payload).GetList<string>(selector));
        Check(expected, OtherLanguages.JmesPath(payload, expression));
        Check(expected, OtherLanguages.JsonPath(payload, jsonPath));
        table.AddRace(selector, await Race.RunAsync(
        [
            Contender.Of("JsonDocument, by hand", () => ByHand.Parse(payload, byHand)),
            Contender.Of("JsonInjester, GetList<string>", () => new JsonInjester(payload).GetList<string>(selector)),
            Contender.Of("JsonInjester, Get", () => new JsonInjester(payload).Get(selector)),
            Contender.Of("JmesPath.Net", () => OtherLanguages.JmesPath(payload, expression)),
            Contender.Of("Newtonsoft SelectTokens", () => OtherLanguages.JsonPath(payload, jsonPath)),
        ]));
    }

    private static async Task RaceTotalAsync(MarkdownTable table, string what, byte[] payload) => table.AddRace(what, await Race.RunAsync(
    [
        Contender.Of("JsonDocument, by hand", () => ByHand.Parse(payload, ByHand.Total)),
        Contender.Of("JsonInjester, Get<int>", () => new JsonInjester(payload).Get<int>("meta.total")),
    ]));

    private static async Task RaceWarmAsync(MarkdownTable table, string what, byte[] payload, Func<JsonElement, object> byHand, Func<JsonInjester, object> ask)
    {
        using JsonDocument document = JsonDocument.Parse(payload);
        var query = new JsonInjester(payload);
        table.AddRace(what, await Race.RunAsync(
        [
            Contender.Of("JsonDocument kept, by hand", () => byHand(document.RootElement)),
            Contender.Of("JsonInjester kept", () => ask(query)),
        ]));
    }

    private static void Check(List<string?> expected, IEnumerable<string?> actual)
    {
        if (!expected.SequenceEqual(actual))
            throw new InvalidOperationException("The contenders do not agree.");
    }
}
