using System.Net;
using System.Text;

namespace Consumer;

/// <summary>Plays stations.example, and counts what it is asked.</summary>
internal sealed class StationHost : HttpMessageHandler
{
    private const string Station =
        """{"id":"7","name":"North pier","place":{"harbour":"Skerry Point"},"openedAt":"2019-05-02T08:00:00Z","sensor":"radar"}""";

    public int Requests { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(Station, Encoding.UTF8, "application/json"),
            RequestMessage = request,
        });
    }
}
