using System.Net.Http.Headers;

namespace PyperCache.Http;

/// <summary>Asks the network, within a time, and brings as much of the answer into memory as its use needs.</summary>
/// <param name="send">Sends a request.</param>
/// <param name="options">How.</param>
/// <param name="isInKey">Whether answers are told apart by a header anyway.</param>
internal sealed class AnswerFetcher(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> send, CachingHandlerOptions options, Func<string, bool> isInKey)
{
    private const int Unlimited = int.MaxValue - 64;
    private const string EventStream = "text/event-stream";

    private readonly string[] _keepHeaders = [.. options.KeepHeaders];

    /// <summary>Fetches an answer that is to be cached or shared: JSON and errors in memory, all else live.</summary>
    public async Task<Answer> FetchAsync(HttpRequestMessage request, RequestPlan plan, CancellationToken cancellationToken)
    {
        using Deadline deadline = Deadline.Start(plan.Timeout ?? options.Timeout, options.TimeProvider, cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await send(request, deadline.Token).ConfigureAwait(false);
            bool isJson = IsJson(response.Content.Headers, plan.DeclaredJson);
            Variant? variant = Variant.Of(request, response, isInKey);
            Answer answer = response.IsSuccessStatusCode && !isJson && !plan.LoadsBody
                ? Answer.Live(response)
                : await LoadAsync(response, isJson, FrameOf(response, isJson, variant), plan.LoadsBody ? Unlimited : options.MaxResponseBytes, deadline.Token).ConfigureAwait(false);
            answer.Variant = variant;
            return answer;
        }
        catch (Exception e)
        {
            response?.Dispose();
            if (deadline.Explains(e))
                throw deadline.ToException(e);
            throw;
        }
    }

    /// <summary>Sends a request past the cache. Its answer is brought into memory where that is what the caller would do first anyway.</summary>
    public async Task<HttpResponseMessage> PassAsync(HttpRequestMessage request, RequestPlan plan, CancellationToken cancellationToken)
    {
        using Deadline deadline = Deadline.Start(plan.Timeout ?? options.Timeout, options.TimeProvider, cancellationToken);
        HttpResponseMessage? response = null;
        try
        {
            response = await send(request, deadline.Token).ConfigureAwait(false);
            if (!plan.LoadsBody || IsEventStream(response.Content.Headers))
                return response;
            Answer answer = await LoadAsync(response, IsJson(response.Content.Headers, plan.DeclaredJson), default, Unlimited, deadline.Token).ConfigureAwait(false);
            return answer.ToResponse(request, plan.ReadsPayload)!;
        }
        catch (Exception e)
        {
            response?.Dispose();
            if (deadline.Explains(e))
                throw deadline.ToException(e);
            throw;
        }
    }

    private static async ValueTask<Answer> LoadAsync(HttpResponseMessage response, bool isJson, BodyFrame frame, int limit, CancellationToken cancellationToken)
    {
        if (IsEventStream(response.Content.Headers))
            return Answer.Live(response);
        if (await BodyReader.TryReadAsync(response, frame, limit, cancellationToken).ConfigureAwait(false) is not { } framed)
            return Answer.Live(response);
        ReadOnlyMemory<byte> body = frame.BodyOf(framed);
        if (!isJson || BodyReader.ToUtf8(body, response.Content.Headers.ContentType?.CharSet) is not { } utf8)
            return Answer.Shared(response, body);
        return utf8.Equals(body) ? Answer.Json(response, body, framed) : Answer.Json(response, utf8, frame.Around(utf8.Span));
    }

    /// <summary>An answer that is not to be kept needs no frame.</summary>
    private BodyFrame FrameOf(HttpResponseMessage response, bool isJson, Variant? variant) =>
        isJson && response.IsSuccessStatusCode ? StoredAnswer.FrameOf(response, variant, _keepHeaders) : default;

    private static bool IsEventStream(HttpContentHeaders headers) =>
        headers.ContentType?.MediaType is { } type && type.Equals(EventStream, StringComparison.OrdinalIgnoreCase);

    private static bool IsJson(HttpContentHeaders headers, bool declared)
    {
        if (headers.NonValidated.Contains("Content-Encoding"))
            return false;
        string? type = headers.ContentType?.MediaType;
        return declared || (type is not null && (type.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase)));
    }
}
