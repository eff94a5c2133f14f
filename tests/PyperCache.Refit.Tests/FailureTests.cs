using System.Net;
using PyperCache.Core.Tests.Http;
using PyperCache.Http;
using Refit;

namespace PyperCache.Tests.Refit;

public class FailureTests : ClientFixture
{
    [Test]
    public async Task Both_ways_of_calling_throw_the_same_for_an_error_status()
    {
        ApiHttpException declared = (await Assert.ThrowsAsync<ApiHttpException>(() => Client.GetWidgetAsync(404)))!;
        ApiHttpException written = (await Assert.ThrowsAsync<ApiHttpException>(() => Client.FindAsync("nobody")))!;

        Assert.That((declared.StatusCode, declared.Url, declared.Body), Is.EqualTo((HttpStatusCode.NotFound, Server.Url + "/widgets/404", "no such route")));
        Assert.That(written.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        await Assert.ThatAsync(() => Client.DeleteWidgetAsync(404), Throws.TypeOf<ApiHttpException>());
    }

    [Test]
    public async Task Both_ways_of_calling_throw_the_same_for_an_answer_the_model_refuses_and_the_cache_forgets_it()
    {
        Server.On("/widgets/1", """{"id":"x","name":null}""");
        Server.On("/widgets/by-name/a", """{"id":"x","name":null}""");

        ApiDecodeException declared = (await Assert.ThrowsAsync<ApiDecodeException>(() => Client.GetWidgetAsync(1)))!;
        ApiDecodeException written = (await Assert.ThrowsAsync<ApiDecodeException>(() => Client.FindAsync("a")))!;

        Assert.That(declared.Errors.Select(static e => e.Path), Is.EqualTo(new[] { "$.id", "$.name" }));
        Assert.That(written.Errors, Is.EqualTo(declared.Errors));
        Assert.That(declared.Target, Is.EqualTo(typeof(Widget)));
        Assert.That(Client.Cache!.Count, Is.Zero);
    }

    [Test]
    public async Task Both_ways_of_calling_throw_the_same_when_there_is_no_server()
    {
        await Server.DisposeAsync();

        await Assert.ThatAsync(() => Client.GetWidgetAsync(1), Throws.TypeOf<ApiWrapperException>());
        await Assert.ThatAsync(() => Client.DeleteWidgetAsync(1), Throws.TypeOf<ApiWrapperException>());
        await Assert.ThatAsync(() => Client.FindAsync("a"), Throws.TypeOf<ApiWrapperException>());
    }

    [Test]
    public async Task Both_ways_of_calling_throw_the_same_for_a_server_that_is_too_slow()
    {
        Server.On("*", static c => Task.Delay(Timeout.Infinite, c.RequestAborted));
        await using WidgetClient hasty = CreateClient(static o => (o.Timeout, o.TimeProvider) = (TimeSpan.FromMilliseconds(50), TimeProvider.System));

        await Assert.ThatAsync(() => hasty.GetWidgetAsync(7), Throws.TypeOf<ApiTimeoutException>().With.InnerException.TypeOf<TimeoutException>());
        await Assert.ThatAsync(() => hasty.DeleteWidgetAsync(7), Throws.TypeOf<ApiTimeoutException>());
        await Assert.ThatAsync(() => hasty.FindAsync("slow"), Throws.TypeOf<ApiTimeoutException>());
    }

    [Test]
    public async Task A_wrapped_answer_takes_errors_as_values()
    {
        using ApiResponse<Widget> missing = await Client.GetWrappedAsync(404);
        Server.On("/widgets/1", """{"id":"x"}""");
        using ApiResponse<Widget> refused = await Client.GetWrappedAsync(1);

        Assert.That(missing.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(missing.Error!.InnerException, Is.TypeOf<ApiHttpException>().With.Property("Body").EqualTo("no such route"));
        Assert.That(refused.Error!.InnerException, Is.TypeOf<ApiDecodeException>());
    }

    [Test]
    public async Task A_stale_answer_stands_in_when_the_server_fails_or_is_gone_and_says_so()
    {
        await Client.GetWidgetAsync(1);
        Time.Advance(TimeSpan.FromDays(2));
        Server.On("/widgets/1", "broken", "text/plain", 503);

        Widget onError = await Client.GetWidgetAsync(1);
        await Server.DisposeAsync();
        Widget gone = await Client.GetWidgetAsync(1);
        Time.Advance(TimeSpan.FromDays(7));

        Assert.That(onError, Is.EqualTo(new Widget(1, "a")));
        Assert.That(gone, Is.EqualTo(new Widget(1, "a")));
        await Assert.ThatAsync(() => Client.GetWidgetAsync(1), Throws.TypeOf<ApiWrapperException>(), "a week is over");
    }

    [Test]
    public async Task A_4xx_is_an_answer_and_no_failure_to_stand_in_for()
    {
        await Client.GetWidgetAsync(1);
        Time.Advance(TimeSpan.FromDays(2));
        Server.On("/widgets/1", "gone", "text/plain", 410);

        await Assert.ThatAsync(() => Client.GetWidgetAsync(1), Throws.TypeOf<ApiHttpException>());
    }

    [Test]
    public async Task A_stale_answer_is_given_at_once_while_one_request_refreshes_it()
    {
        TaskCompletionSource go = new();
        await Client.GetNewsAsync();
        Time.Advance(TimeSpan.FromMinutes(2));
        Server.On("/news", async c =>
        {
            await go.Task;
            await LoopbackServer.WriteAsync(c, """{"tick":99}""");
        });

        Clock[] meanwhile = [await Client.GetNewsAsync(), await Client.GetNewsAsync(), await Client.GetNewsAsync()];
        go.SetResult();
        _ = Client.Cache;

        Assert.That(meanwhile.Select(static c => c.Tick), Is.All.EqualTo(1));
        Assert.That((await Client.GetNewsAsync()).Tick, Is.EqualTo(99));
        Assert.That(Server.Count, Is.EqualTo(2));
    }
}
