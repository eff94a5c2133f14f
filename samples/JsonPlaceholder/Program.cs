using JsonPlaceholder;
using JsonPlaceholder.Client;
using JsonPlaceholder.Server;
using PyperCache.Samples;

const string Help = """
    A client for https://jsonplaceholder.typicode.com, its answers kept in a file.
    Run it twice: the second time the answers come from the cache file of the first, for five minutes.

    usage: dotnet run --project samples/JsonPlaceholder [-- options]
    """;

return await SampleProgram.RunAsync("jsonplaceholder", Help, args, static async options =>
{
    await using PlaceholderServer? server = options.IsLive ? null : EmbeddedServer.Start<PlaceholderServer>();
    await using JsonPlaceholderClient client = new(options.CachePath, options.RequestLogPath, server?.Address);
    await new Tour(Terminal.ForConsole(), client, server).RunAsync(options);
});
