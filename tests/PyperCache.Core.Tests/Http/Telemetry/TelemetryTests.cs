using System.Diagnostics;
using System.Diagnostics.Metrics;
using PyperCache.Http;

namespace PyperCache.Core.Tests.Http;

[NonParallelizable]
public class TelemetryTests
{
    [Test]
    public async Task Meter_and_activities_tell_where_answers_came_from_and_no_secrets()
    {
        using TempFolder folder = new();
        await using LoopbackServer server = await LoopbackServer.StartAsync();
        server.On("/x", "[1,2]");
        await using TestClient client = TestClient.To(server.Url, folder);
        List<string> counted = [];
        List<Activity> activities = [];
        using MeterListener meter = new() { InstrumentPublished = static (i, l) => { if (i.Meter.Name == "PyperCache") l.EnableMeasurementEvents(i); } };
        meter.SetMeasurementEventCallback<long>((i, value, tags, _) => counted.Add($"{i.Name} {value} {tags[2].Value}"));
        meter.Start();
        using ActivityListener listener = new()
        {
            ShouldListenTo = static s => s.Name == "PyperCache",
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activities.Add,
        };
        ActivitySource.AddActivityListener(listener);

        await client.RequestAsync(HttpMethod.Get, "/x?api_key=secret");
        await client.RequestAsync(HttpMethod.Get, "/x?api_key=secret");
        await Assert.ThatAsync(() => client.RequestAsync(HttpMethod.Get, "/none?api_key=secret"), Throws.TypeOf<ApiHttpException>());

        Assert.That(counted, Is.EqualTo(new[] { "pypercache.http.requests 1 miss", "pypercache.http.requests 1 hit", "pypercache.http.cache.bytes 5 hit", "pypercache.http.requests 1 miss" }));
        Assert.That(activities.Select(static a => a.GetTagItem("http.response.status_code")), Is.EqualTo(new object[] { 200, 200, 404 }));
        Assert.That(activities.SelectMany(static a => a.TagObjects).Select(static t => t.Value?.ToString()), Has.None.Contains("secret"));
    }
}
