using PyperCache.Benchmarks.Harness;
using PyperCache.Benchmarks.Hydrate.Stj;
using Refit;

namespace PyperCache.Benchmarks.Http;

/// <summary>GETs through a Refit interface: from the network, from our cache, and as Refit alone does them.</summary>
internal sealed class HttpCommand : ICommand
{
    private const int Rounds = 9;

    // Long enough to hold its share of checkpoints, as far as a median can: there is one for every 40 MB.
    private static readonly TimeSpan s_sample = TimeSpan.FromMilliseconds(400);

    public string Name => "http";

    public string Summary => "typed GETs through Refit, cached and not, over loopback";

    public async Task RunAsync(string[] args, TextWriter output)
    {
        if (args.Contains(BenchmarkServer.Argument))
        {
            await BenchmarkServer.ServeAsync(output);
            return;
        }

        using BenchmarkServer server = await BenchmarkServer.StartAsync();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("pypercache-bench-");
        try
        {
            MarkdownTable table = MarkdownTable.ForRaces();
            await RaceAsync(server, folder, "small", "2 KB", table);
            await RaceAsync(server, folder, "large", "100 KB", table);
            table.Print(output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RaceAsync(BenchmarkServer server, DirectoryInfo folder, string size, string title, MarkdownTable table)
    {
        using HttpClient http = new(new SocketsHttpHandler { AutomaticDecompression = System.Net.DecompressionMethods.All }) { BaseAddress = new Uri(server.Url) };
        IPlainCommentApi plain = RestService.ForGenerated<IPlainCommentApi>(http, RefitSettings.ForJsonContext(CamelContext.Default));
        using FusionComments fusion = new(plain, Path.Combine(folder.FullName, $"fusion-{size}.db"));
        await using CommentClient client = new(server.Url, Path.Combine(folder.FullName, size + ".db"));

        // Whoever asks the network asks for another page each time, since what is in the cache already would not be asked for.
        int page = 0;
        Contender[] contenders =
        [
            Contender.OfTask("Refit + STJ, network", () => plain.GetAsync(size, ++page)),
            Contender.OfTask("ours, past the cache", () => client.UncachedAsync(size, ++page)),
            Contender.OfTask("ours, network + cache write", () => client.CachedAsync(size, ++page), finish: () => client.Cache!.Flush()),
            Contender.OfTask("ours, from the cache (.db)", () => client.CachedAsync(size)),
            Contender.OfTask("Refit behind FusionCache, SQLite", () => fusion.GetAsync(size)),
        ];
        table.AddRace($"typed GET, {title}", await Race.RunAsync(contenders, Rounds, sample: s_sample));
    }
}
