using System.Text;
using Consumer;
using Microsoft.Extensions.DependencyInjection;
using PyperCache;
using PyperCache.Models;

// A user's program: a model, a cached client from a container, a query, and a validator.
using StationHost host = new();
ServiceCollection services = new();
services.AddApiClient<IStationClient, StationClient>().ConfigurePrimaryHttpMessageHandler(() => host);
await using (ServiceProvider provider = services.BuildServiceProvider())
{
    IStationClient client = provider.GetRequiredService<IStationClient>();
    Station station = await client.GetStationAsync(7);
    Station again = await client.GetStationAsync(7);
    Console.WriteLine($"{station.Name}, {station.Harbour}, since {station.OpenedAt:yyyy}");
    Console.WriteLine($"twice the same: {station == again}; requests: {host.Requests}");
    Console.WriteLine(Encoding.UTF8.GetString((station with { Name = "South pier" }).ToJson().Span));
}

using (Cache cache = new("stations.db"))
    Console.WriteLine($"in the file: {cache.Get(cache.Keys.Single()).Query.Get<string>("value.place.harbour")}");
foreach (ApiModelError error in Station.Check("""{"id":7.5,"name":null,"place":{},"openedAt":"soon"}"""u8))
    Console.WriteLine(error);
