using Microsoft.AspNetCore.Http;
using PyperCache.Core.Tests.Http;
using PyperCache.Http;
using Refit;

namespace PyperCache.Tests.Refit;

public class DeclaredEndpointTests : ClientFixture
{
    [Test]
    public async Task The_second_call_is_answered_from_the_cache()
    {
        Widget first = await Client.GetWidgetAsync(1);
        Widget second = await Client.GetWidgetAsync(1);
        Widget other = await Client.GetWidgetAsync(2);

        Assert.That(first, Is.EqualTo(new Widget(1, "a")));
        Assert.That(second, Is.EqualTo(first));
        Assert.That(other.Name, Is.EqualTo("b"));
        Assert.That(Server.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task A_generic_model_is_answered_from_the_network_and_from_the_cache()
    {
        Server.OnJson("/page", static _ => """{"items":[{"id":1,"name":"a"}],"total":7}""");
        Page<Widget> first = await Client.GetPageAsync();
        Page<Widget> second = await Client.GetPageAsync();

        Assert.That(first, Is.EqualTo(new Page<Widget>([new(1, "a")], 7)));
        Assert.That(second, Is.EqualTo(first));
        Assert.That(Server.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task Policies_of_method_and_interface_decide_how_long()
    {
        await Client.GetWidgetAsync(1);
        await Client.ListWidgetsAsync();
        Time.Advance(TimeSpan.FromMinutes(6));
        await Client.GetWidgetAsync(1);
        await Client.ListWidgetsAsync();

        Assert.That(Server.Requests, Is.EqualTo(new[] { "GET /widgets/1", "GET /widgets", "GET /widgets" }));
    }

    [Test]
    public async Task What_is_not_to_be_cached_is_not()
    {
        Clock first = await Client.GetClockAsync();
        Clock second = await Client.GetClockAsync();

        Assert.That((first.Tick, second.Tick), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task Interfaces_and_hand_written_endpoints_work_side_by_side_each_at_its_origin()
    {
        Server.OnJson("/auth/token", static c => $"\"{c.Request.Headers.UserAgent}\"");
        Server.OnJson("/widgets/by-name/big one", static _ => """{"id":3,"name":"big one"}""");

        Assert.That(await Client.GetTokenAsync(), Is.EqualTo("\"widget-client/1.0\""));
        Assert.That((await Client.FindAsync("big one")).Id, Is.EqualTo(3));
    }

    [Test]
    public async Task The_generated_interface_has_it_all()
    {
        Server.OnJson("/widgets/by-name/a", static _ => """{"id":1,"name":"a"}""");
        IWidgetClient client = AsInterface<IWidgetClient>(Client);

        Assert.That(await client.GetWidgetAsync(1), Is.EqualTo(await client.FindAsync("a")));
        Assert.That(client, Is.InstanceOf<ITokenApi>().And.InstanceOf<IAsyncDisposable>());
    }

    [Test]
    public async Task A_wrapped_answer_has_headers_and_tells_where_it_came_from()
    {
        using ApiResponse<Widget> miss = await Client.GetWrappedAsync(1);
        using ApiResponse<Widget> hit = await Client.GetWrappedAsync(1);

        Assert.That(hit.Content, Is.EqualTo(new Widget(1, "a")));
        Assert.That(miss.RequestMessage!.GetCacheStatus(), Is.EqualTo(CacheStatus.Miss));
        Assert.That(hit.RequestMessage!.GetCacheStatus(), Is.EqualTo(CacheStatus.Hit));
        Assert.That(hit.Headers!.GetValues("Cache-Status").Single(), Is.EqualTo("PyperCache; hit; ttl=300"));
    }

    [Test]
    public async Task Text_streams_and_messages_come_whole_from_network_and_cache()
    {
        const string Body = """{"id":1,"name":"a"}""";
        for (int round = 0; round < 2; round++)
        {
            Assert.That(await Client.GetTextAsync(1), Is.EqualTo(Body));
            using (StreamReader reader = new(await Client.GetStreamAsync(1)))
                Assert.That(await reader.ReadToEndAsync(), Is.EqualTo(Body));
            using HttpResponseMessage raw = await Client.GetRawAsync(1);
            Assert.That(await raw.Content.ReadAsStringAsync(), Is.EqualTo(Body));
        }

        Assert.That(Server.Count, Is.EqualTo(1), "one address, one answer");
    }

    [Test]
    public async Task A_stream_that_is_no_JSON_arrives_while_the_server_is_still_writing()
    {
        TaskCompletionSource read = new();
        Server.On("/widgets/5", async c =>
        {
            c.Response.ContentType = "application/octet-stream";
            await c.Response.Body.WriteAsync(new byte[] { 1 });
            await c.Response.Body.FlushAsync();
            await read.Task;
            await c.Response.Body.WriteAsync(new byte[] { 2 });
        });

        using Stream stream = await Client.GetStreamAsync(5);
        int first = stream.ReadByte();
        read.SetResult();

        Assert.That((first, stream.ReadByte(), stream.ReadByte()), Is.EqualTo((1, 2, -1)));
    }

    [Test]
    public async Task A_sequence_arrives_element_by_element()
    {
        TaskCompletionSource seen = new();
        Server.On("/widgets", async c =>
        {
            c.Response.ContentType = "application/json";
            await c.Response.WriteAsync("""[ {"id":1,"na""");
            await c.Response.Body.FlushAsync();
            await c.Response.WriteAsync("""me":"a"} , """);
            await c.Response.Body.FlushAsync();
            await seen.Task;
            await c.Response.WriteAsync("""{"id":2,"name":"b"}]""");
        });
        List<int> ids = [];

        await foreach (Widget widget in Client.StreamWidgetsAsync())
        {
            ids.Add(widget.Id);
            seen.TrySetResult();
        }

        Assert.That(ids, Is.EqualTo(new[] { 1, 2 }));
    }

    [TestCase("{\"id\":1,\"name\":\"a\"}\n\n{\"id\":2,\"name\":\"b\"}", "application/x-ndjson")]
    [TestCase("data: {\"id\":1,\"name\":\"a\"}\n\ndata: {\"id\":2,\"name\":\"b\"}\n\n", "text/event-stream")]
    public async Task Lines_and_events_are_sequences_too(string body, string type)
    {
        Server.On("/widgets", body, type);
        List<Widget> widgets = [];

        await foreach (Widget widget in Client.StreamWidgetsAsync())
            widgets.Add(widget);

        Assert.That(widgets, Is.EqualTo(new[] { new Widget(1, "a"), new Widget(2, "b") }));
    }

    [TestCase("[{\"id\":1,\"name\":\"a\"}")]
    [TestCase("{\"id\":1}")]
    [TestCase("")]
    public async Task A_sequence_that_is_none_or_breaks_off_is_not_taken_for_a_whole_one(string body)
    {
        Server.On("/widgets", body);

        async Task Read()
        {
            await foreach (Widget widget in Client.StreamWidgetsAsync())
                Assert.That(widget.Id, Is.EqualTo(1));
        }

        ApiDecodeException fault = (await Assert.ThrowsAsync<ApiDecodeException>(Read))!;
        Assert.That((fault.Url, fault.Target), Is.EqualTo((Server.Url + "/widgets", typeof(Widget))));
    }

    [Test]
    public async Task A_sequence_whose_elements_the_model_refuses_or_whose_connection_breaks_throws_what_others_throw()
    {
        async Task<int> CountAsync()
        {
            int count = 0;
            await foreach (Widget _ in Client.StreamWidgetsAsync())
                count++;
            return count;
        }

        Server.On("/widgets", """[{"id":1,"name":"a"},{"id":"x","name":"b"}]""");
        Assert.That((await Assert.ThrowsAsync<ApiDecodeException>(CountAsync))!.Errors.Single().Path, Is.EqualTo("$.id"));
        Server.On("/widgets", static async c =>
        {
            c.Response.ContentType = "application/json";
            await c.Response.WriteAsync("""[{"id":1,"name":"a"},""");
            await c.Response.Body.FlushAsync();
            c.Abort();
        });
        await Assert.ThatAsync(CountAsync, Throws.TypeOf<ApiWrapperException>());
    }

    [Test]
    public async Task Generic_methods_queries_and_headers_go_through()
    {
        Server.OnJson("/search", static c => $"[\"{c.Request.QueryString}\",\"{c.Request.Headers.AcceptLanguage}\"]");

        List<string> answer = await Client.SearchAsync<List<string>>("a b", [1, 2], "de");

        Assert.That(answer, Is.EqualTo(new[] { "?q=a%20b&ids=1&ids=2", "de" }));
    }

    [Test]
    public async Task Files_are_uploaded()
    {
        Server.On("/upload", static async c =>
        {
            IFormCollection form = await c.Request.ReadFormAsync();
            await LoopbackServer.WriteAsync(c, $"{form.Files[0].Length + form["note"].ToString().Length}");
        });

        Assert.That(await Client.UploadAsync(new StreamPart(new MemoryStream(new byte[1000]), "f.bin"), "note"), Is.EqualTo(1004));
    }

    [Test]
    public async Task A_model_is_sent_as_JSON()
    {
        string? body = null;
        Server.On("/widgets/1", async c =>
        {
            body = await new StreamReader(c.Request.Body).ReadToEndAsync();
            c.Response.StatusCode = 204;
        });

        await Client.ReplaceWidgetAsync(1, new NewWidget("x"));

        Assert.That(body, Is.EqualTo("""{"name":"x"}"""));
    }

    private static T AsInterface<T>(T client) => client;
}
