using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;

namespace PyperCache.Http;

/// <summary>Reads the events of one address over as many connections as it takes.</summary>
/// <typeparam name="T">What the data of an event is read as.</typeparam>
internal sealed class SseStream<T>(WrapperRuntime runtime, ApiRequest request, SseItemParser<T> parse, SseReconnect? reconnect, TimeProvider time)
{
    private string? _lastId;
    private TimeSpan? _retry;
    private int _failures;

    public async IAsyncEnumerable<(string Event, T Data, string? Id, TimeSpan? Retry)> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            HttpResponseMessage? response = await ConnectAsync(cancellationToken).ConfigureAwait(false);
            if (response is not null)
            {
                using (response)
                {
                    if (response.StatusCode == HttpStatusCode.NoContent)
                        yield break;
                    SseParser<T> parser = await OpenAsync(response, cancellationToken).ConfigureAwait(false);
                    await using IAsyncEnumerator<SseItem<T>> items = parser.EnumerateAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
                    while (await MoveNextAsync(items, response, cancellationToken).ConfigureAwait(false))
                    {
                        Note(parser);
                        yield return (items.Current.EventType, items.Current.Data, _lastId, _retry);
                    }

                    Note(parser);
                }
            }

            if (reconnect is null)
                yield break;
            await Task.Delay(_retry ?? reconnect.Delay, time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Connects. Null: that failed, and another attempt is due.</summary>
    private async Task<HttpResponseMessage?> ConnectAsync(CancellationToken cancellationToken)
    {
        (HttpRequestMessage message, HttpClient client) = request.Build(runtime);
        using (message)
        {
            message.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
            message.Headers.TryAddWithoutValidation("Cache-Control", "no-store");
            if (_lastId is not null)
                message.Headers.TryAddWithoutValidation("Last-Event-ID", _lastId);
            try
            {
                return await ApiWrapper.SendAsync(runtime, message, client, cancellationToken).ConfigureAwait(false);
            }
            catch (ApiWrapperException e) when (e is not ApiHttpException && MayTryAgain())
            {
                return null;
            }
        }
    }

    private async Task<SseParser<T>> OpenAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        string? type = response.Content.Headers.ContentType?.MediaType;
        if (!string.Equals(type, "text/event-stream", StringComparison.OrdinalIgnoreCase))
            throw new ApiDecodeException(request.Method, runtime.Faults.UrlOf(response.RequestMessage!), typeof(SseEvent), new FormatException($"its content type is {type ?? "missing"}, not text/event-stream."));
        Stream stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        return SseParser.Create(stream, parse);
    }

    /// <summary>Moves on. False: the connection ended, or broke and another attempt is due.</summary>
    private async ValueTask<bool> MoveNextAsync(IAsyncEnumerator<SseItem<T>> items, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            if (!await items.MoveNextAsync().ConfigureAwait(false))
                return false;
            _failures = 0;
            return true;
        }
        catch (Exception e) when (runtime.Faults.ForTransport(response.RequestMessage!, e, cancellationToken) is ApiWrapperException fault)
        {
            return MayTryAgain() ? false : throw fault;
        }
        catch (Exception e) when (JsonBodySerializer.IsDecodeFault(e))
        {
            throw await runtime.Faults.ForBodyAsync(response.RequestMessage!, typeof(T), e).ConfigureAwait(false);
        }
    }

    private bool MayTryAgain() => reconnect is not null && ++_failures <= reconnect.MaxAttempts;

    private void Note(SseParser<T> parser)
    {
        if (parser.LastEventId.Length > 0)
            _lastId = parser.LastEventId;
        if (parser.ReconnectionInterval != Timeout.InfiniteTimeSpan)
            _retry = parser.ReconnectionInterval;
    }
}
