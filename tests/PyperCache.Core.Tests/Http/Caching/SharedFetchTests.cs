using System.Text.Json;
using PyperCache.Http;

namespace PyperCache.Core.Tests.Http;

public class SharedFetchTests : CachingFixture
{
    [Test]
    public async Task A_hundred_concurrent_GETs_make_one_request()
    {
        (_, TaskCompletionSource go) = BeSlow();
        await using TestClient client = Client();

        Task<JsonElement>[] callers = [.. Enumerable.Range(0, 100).Select(_ => client.RequestAsync(HttpMethod.Get, "/slow"))];
        go.SetResult();
        await Task.WhenAll(callers);

        Assert.That(Server.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task A_hundred_callers_at_all_times_never_see_a_second_request()
    {
        await using TestClient client = Client();

        for (int round = 0; round < 20; round++)
        {
            int before = Server.Count;
            string path = $"/round{round}";
            await Parallel.ForAsync(0, 100, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, ct) => await client.RequestAsync(HttpMethod.Get, path, cancellationToken: ct));
            Assert.That(Server.Count - before, Is.EqualTo(1), $"round {round}");
        }
    }

    [Test]
    public async Task A_caller_who_gives_up_neither_stops_the_others_nor_the_filling_of_the_cache()
    {
        (Task asked, TaskCompletionSource go) = BeSlow();
        await using TestClient client = Client();
        using CancellationTokenSource impatient = new();

        Task<JsonElement> first = client.RequestAsync(HttpMethod.Get, "/slow", cancellationToken: impatient.Token);
        await asked;
        Task<JsonElement> second = client.RequestAsync(HttpMethod.Get, "/slow");
        await impatient.CancelAsync();
        Assert.That(() => first, Throws.InstanceOf<OperationCanceledException>());
        go.SetResult();

        Assert.That((await second).GetArrayLength(), Is.EqualTo(1));
        Assert.That((await client.RequestAsync(HttpMethod.Get, "/slow")).GetArrayLength(), Is.EqualTo(1));
        Assert.That(Server.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task The_answer_of_a_caller_who_gave_up_still_fills_the_cache()
    {
        (Task asked, TaskCompletionSource go) = BeSlow();
        await using TestClient client = Client();
        using CancellationTokenSource impatient = new();

        Task<JsonElement> only = client.RequestAsync(HttpMethod.Get, "/slow", cancellationToken: impatient.Token);
        await asked;
        await impatient.CancelAsync();
        Assert.That(() => only, Throws.InstanceOf<OperationCanceledException>());
        go.SetResult();

        Assert.That(client.Cache!.Has(client.GetCacheKey("/slow")), Is.True, "asking for the cache waits for what is under way");
    }

    [Test]
    public async Task An_error_is_shared_by_those_who_waited_and_asked_anew_by_the_next()
    {
        TaskCompletionSource go = new();
        Server.On("/bad", async c =>
        {
            await go.Task;
            await LoopbackServer.WriteAsync(c, "\"why\"", status: 500);
        });
        await using TestClient client = Client();

        Task<JsonElement>[] callers = [.. Enumerable.Range(0, 5).Select(_ => client.RequestAsync(HttpMethod.Get, "/bad"))];
        go.SetResult();

        foreach (Task<JsonElement> caller in callers)
            Assert.That((await Assert.ThrowsAsync<ApiHttpException>(() => caller))!.Body, Is.EqualTo("\"why\""));
        Assert.That(Server.Count, Is.EqualTo(1));
        Assert.That(() => client.RequestAsync(HttpMethod.Get, "/bad"), Throws.TypeOf<ApiHttpException>());
        Assert.That(Server.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task An_answer_that_arrives_when_nobody_waits_for_it_any_more_does_not_hold_its_connection()
    {
        TaskCompletionSource asked = new();
        TaskCompletionSource go = new();
        TaskCompletionSource letGo = new();
        Server.On("/stream", async c =>
        {
            asked.SetResult();
            await go.Task;
            c.RequestAborted.Register(letGo.SetResult);
            c.Response.ContentType = "application/octet-stream";
            await c.Response.Body.FlushAsync();
            await letGo.Task;
        });
        await using TestClient client = Client();
        using CancellationTokenSource impatient = new();

        Task<HttpResponseMessage> caller = client.GetHttpClient().GetAsync(new Uri("stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, impatient.Token);
        await asked.Task;
        await impatient.CancelAsync();
        Assert.That(() => caller, Throws.InstanceOf<OperationCanceledException>());
        go.SetResult();

        await letGo.Task.WaitAsync(TimeSpan.FromSeconds(9));
        Assert.That(Server.Count, Is.EqualTo(1));
    }

    /// <summary>Lets <c>/slow</c> answer when it is told to.</summary>
    private (Task Asked, TaskCompletionSource Go) BeSlow()
    {
        TaskCompletionSource asked = new();
        TaskCompletionSource go = new();
        Server.On("/slow", async c =>
        {
            asked.TrySetResult();
            await go.Task;
            await LoopbackServer.WriteAsync(c, "[1]");
        });
        return (asked.Task, go);
    }
}
