using PyperCache.Core.Tests.Http;
using PyperCache.Http;

namespace PyperCache.Tests.Refit;

public class InvalidationTests : ClientFixture
{
    [Test]
    public async Task A_path_pattern_removes_what_it_covers_and_nothing_else()
    {
        await FillAsync();

        await Client.CreateWidgetAsync(new NewWidget("new"));

        Assert.That(Cached(), Is.EqualTo(new[] { "/news" }));
    }

    [Test]
    public async Task A_placeholder_stands_for_the_value_in_the_requests_own_path()
    {
        await FillAsync();

        await Client.ReplaceWidgetAsync(2, new NewWidget("x"));

        Assert.That(Cached(), Is.EqualTo(new[] { "/news", "/widgets", "/widgets/1" }));
    }

    [Test]
    public async Task A_tag_removes_the_answers_of_its_endpoints()
    {
        await FillAsync();

        await Client.DeleteWidgetAsync(1);

        Assert.That(Cached(), Is.EqualTo(new[] { "/news", "/widgets" }));
    }

    [Test]
    public async Task A_write_that_fails_removes_nothing()
    {
        await FillAsync();
        Server.On("/widgets", "no", "text/plain", 409);

        await Assert.ThatAsync(() => Client.CreateWidgetAsync(new NewWidget("new")), Throws.TypeOf<ApiHttpException>());

        Assert.That(Cached(), Has.Length.EqualTo(4));
    }

    [Test]
    public async Task An_answer_that_was_under_way_during_the_write_is_not_kept()
    {
        TaskCompletionSource asked = new();
        TaskCompletionSource go = new();
        Server.On("/widgets/1", async c =>
        {
            if (asked.TrySetResult())
                await go.Task;
            await LoopbackServer.WriteAsync(c, """{"id":1,"name":"old"}""");
        });

        Task<Widget> early = Client.GetWidgetAsync(1);
        await asked.Task;
        await Client.CreateWidgetAsync(new NewWidget("new"));
        go.SetResult();

        Assert.That((await early).Name, Is.EqualTo("old"));
        Assert.That(Cached(), Is.Empty);
    }

    [Test]
    public async Task A_write_reaches_the_answers_of_all_users_but_not_those_of_another_origin()
    {
        Server.OnJson("/auth/token", static _ => "\"t\"");
        await using WidgetClient alice = CreateClient(static o => o.KeyHeaders.Add("User-Agent"));
        await alice.GetWidgetAsync(1);
        await Client.GetWidgetAsync(1);
        await Client.GetTokenAsync();
        _ = alice.Cache;

        await Client.CreateWidgetAsync(new NewWidget("new"));

        Assert.That(Cached(), Is.EqualTo(new[] { "/auth/token" }));
    }

    private async Task FillAsync()
    {
        await Client.ListWidgetsAsync();
        await Client.GetWidgetAsync(1);
        await Client.GetWidgetAsync(2);
        await Client.GetNewsAsync();
    }

    private string[] Cached() => [.. Client.Cache!.Keys.Select(k => new Uri(k.Split(' ')[1]).AbsolutePath).Order()];
}
