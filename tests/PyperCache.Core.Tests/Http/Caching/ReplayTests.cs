using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using PyperCache.Http;

namespace PyperCache.Core.Tests.Http;

public class ReplayTests
{
    [TestCase("recording.db")]
    [TestCase("recording.json")]
    public async Task A_recording_answers_without_a_server_however_old_it_is(string file)
    {
        using TempFolder folder = new();
        FakeTimeProvider time = new();
        LoopbackServer server = await LoopbackServer.StartAsync();
        string url = server.Url;
        server.OnJson("/x", _ => $"[{server.Count}]");
        void Set(ApiWrapperOptions o, ReplayMode mode) => (o.CachePath, o.Replay, o.DefaultExpiry, o.TimeProvider) = (folder.Path(file), mode, TimeSpan.FromSeconds(1), time);

        await using (TestClient recorder = TestClient.To(url, set: o => Set(o, ReplayMode.Record)))
        {
            await recorder.RequestAsync(HttpMethod.Get, "/x");
            await recorder.RequestAsync(HttpMethod.Get, "/x");
        }

        await server.DisposeAsync();
        time.Advance(TimeSpan.FromDays(1000));
        await using TestClient player = TestClient.To(url, set: o => Set(o, ReplayMode.ReplayOnly));
        JsonElement answer = await player.RequestAsync(HttpMethod.Get, "/x");

        Assert.That(answer[0].GetInt32(), Is.EqualTo(2), "a recorder asks the network each time");
        ReplayMissException miss = (await Assert.ThrowsAsync<ReplayMissException>(() => player.RequestAsync(HttpMethod.Get, "/y?token=secret&a=1")))!;
        Assert.That(miss.Message, Does.Contain($"GET {url}/y?token=***&a=1").And.Not.Contain("secret"));
        Assert.That(miss.Key, Does.Contain("/y"));
        Assert.That((await Assert.ThrowsAsync<ReplayMissException>(() => player.RequestAsync(HttpMethod.Post, "/x")))!.Key, Is.Null);
    }
}
