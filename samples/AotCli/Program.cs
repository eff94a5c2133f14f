using System.Diagnostics;
using AotCli.Client;
using AotCli.Parts;
using AotCli.Server;
using PyperCache.Samples;

// Runs every part of the library once. It is meant to be published with NativeAOT: dotnet publish samples/AotCli
(string Name, Func<PartContext, Task<string>> RunAsync)[] parts =
[
    ("hydrate", ModelParts.HydrateAsync),
    ("write", ModelParts.WriteAsync),
    ("validate", ModelParts.ValidateAsync),
    ("cache", CacheParts.CacheAsync),
    ("query", CacheParts.QueryAsync),
    ("cached GET", ClientParts.GetAsync),
    ("POST", ClientParts.PostAsync),
    ("HTTP error", ClientParts.ErrorAsync),
    ("events", ClientParts.EventsAsync),
    ("download", ClientParts.DownloadAsync),
];

Terminal terminal = Terminal.ForConsole();
DirectoryInfo folder = Directory.CreateTempSubdirectory("pypercache-aotcli-");
long start = Stopwatch.GetTimestamp();
int failed = 0;
try
{
    await using GaugeServer server = EmbeddedServer.Start<GaugeServer>();
    await using GaugeClient client = new(folder.FullName, server.Address);
    PartContext context = new(folder.FullName, server, client);
    foreach ((string name, Func<PartContext, Task<string>> runAsync) in parts)
    {
        try
        {
            terminal.Line($"{terminal.Green("ok")}      {name,-10}  {await runAsync(context)}");
        }
#pragma warning disable CA1031 // Whatever a part throws is its result, and the other parts still run.
        catch (Exception e)
#pragma warning restore CA1031
        {
            failed++;
            terminal.Line($"{terminal.Yellow("FAILED")}  {name,-10}  {e}");
        }
    }
}
finally
{
    folder.Delete(recursive: true);
}

// Under the JIT the host hands over the list of assemblies; a native program has none.
string kind = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") is null ? "as native code" : "under the JIT";
terminal.Line($"{parts.Length - failed} of {parts.Length} parts ok {kind}, in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms");
return failed == 0 ? 0 : 1;
