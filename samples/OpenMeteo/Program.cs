using OpenMeteo;
using OpenMeteo.Client;
using OpenMeteo.Server;
using PyperCache.Samples;

const string Help = """
    The weather of the next hours, from https://open-meteo.com, its answers kept in a file for a quarter of an hour.
    The server inside this program knows Phoenix, Reykjavik, Singapore and Lisbon.

    usage: dotnet run --project samples/OpenMeteo [-- PLACE] [options]
    """;

return await SampleProgram.RunAsync("openmeteo", Help, args, static async options =>
{
    await using MeteoServer? server = options.IsLive ? null : EmbeddedServer.Start<MeteoServer>();
    await using OpenMeteoClient client = new(options.CachePath, options.RequestLogPath, server?.Address);
    await new WeatherReport(Terminal.ForConsole(), client).ShowAsync(options.Words.FirstOrDefault("Phoenix"), days: 3);
}, words: 1);
