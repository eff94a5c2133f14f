using AotCli.Models;
using AotCli.Server;
using PyperCache;
using PyperCache.Query;
using static AotCli.Parts.PartContext;

namespace AotCli.Parts;

/// <summary>The cache and its query language.</summary>
internal static class CacheParts
{
    private static readonly string[] s_formats = [".db", ".json", ".pkl", ".manifest"];

    public static Task<string> CacheAsync(PartContext context)
    {
        Gauge gauge = Gauge.FromJson(Payloads.Gauge);
        List<string> sizes = [];
        foreach (string format in s_formats)
        {
            string path = Path.Combine(context.Folder, "own" + format);
            using (Cache cache = new(path))
                cache.Store("gauge:7", gauge, expiry: TimeSpan.FromHours(1));
            using Cache reopened = new(path);
            Require(reopened.IsDataFresh("gauge:7"), "the record outlives the cache object");
            Require(reopened.GetObject<Gauge>("gauge:7") == gauge, "the model comes back");
            Require(reopened.GetObject("gauge:7") is Gauge, "so it does by its stored cast");
            sizes.Add($"{new FileInfo(path).Length} B of {format}");
        }

        return Task.FromResult($"{string.Join(", ", sizes)}, each reopened");
    }

    public static Task<string> QueryAsync(PartContext context)
    {
        JsonInjester query = new("{\"gauges\":[" + Payloads.Gauge + """,{"id":8,"name":"Old quay","place":{"harbour":"Langsund"}}]}""");
        List<string> names = query.GetList<string>("gauges?place.harbour=Langsund.name");
        Require(names is ["Old quay"], "a filter with a tail finds one name");
        Require(query.First<Gauge>("gauges?id=#7") is { Id: 7 }, "the first match hydrates into a model");
        Require(query.Get("gauges?sensor").Items.Count == 1, "one gauge has a sensor");
        return Task.FromResult($"gauges?place.harbour=Langsund.name is {names[0]}");
    }
}
