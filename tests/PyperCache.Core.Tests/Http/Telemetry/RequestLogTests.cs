using PyperCache.Http;

namespace PyperCache.Core.Tests.Http;

public class RequestLogTests : CachingFixture
{
    [Test]
    public async Task The_log_has_the_requests_that_went_out_without_secrets()
    {
        await using TestClient client = Client(o => o.RequestLogPath = Folder.Path("requests.log"));

        await NumberAsync(client, "/x?token=secret&a=1");
        await NumberAsync(client, "/x?token=secret&a=1");
        await client.RequestAsync(HttpMethod.Post, "/y");

        Assert.That(client.RequestLogger!.AsList().Select(static r => (r.Uri, r.Status)), Is.EqualTo(new[] { (Server.Url + "/x?token=***&a=1", 200), (Server.Url + "/y", 200) }));
    }
}
