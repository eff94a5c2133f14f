using NewsApi;
using NewsApi.Client;
using NewsApi.Server;
using PyperCache.Samples;

const string Help = """
    Headlines from https://newsapi.org, its answers kept in a file for some minutes.
    The API key is read from the environment variable NEWSAPI_KEY; the server inside this program takes any.

    usage: dotnet run --project samples/NewsApi [-- WORD] [options]
    """;

return await SampleProgram.RunAsync("newsapi", Help, args, static async options =>
{
    string? key = Environment.GetEnvironmentVariable("NEWSAPI_KEY");
    if (string.IsNullOrEmpty(key))
        key = options.IsLive ? throw new ArgumentException("NEWSAPI_KEY is not set. A key is to be had at https://newsapi.org.") : "any-key";
    await using NewsServer? server = options.IsLive ? null : EmbeddedServer.Start<NewsServer>();
    await using NewsClient client = new(key, options.CachePath, options.RequestLogPath, server?.Address);
    await new FrontPage(Terminal.ForConsole(), client).ShowAsync(options.IsLive, options.Words.FirstOrDefault("the"));
}, words: 1);
