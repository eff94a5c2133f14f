using System.Net.Http.Headers;
using System.Text;

namespace PyperCache.Http;

/// <summary>The arguments of one request, and how they become a message.</summary>
internal sealed record ApiRequest(HttpMethod Method, string Path)
{
    public NamedValues? Query { get; init; }

    public JsonBody? Json { get; init; }

    public NamedValues? Form { get; init; }

    public IEnumerable<ApiFile>? Files { get; init; }

    public NamedValues? Headers { get; init; }

    public string? Origin { get; init; }

    public TimeSpan? Timeout { get; init; }

    public bool DeclaredJson { get; init; }

    public bool ReadsPayload { get; init; }

    public EndpointPolicy Policy { get; init; } = EndpointPolicy.Uncached;

    /// <summary>The message and the client that is to send it.</summary>
    /// <exception cref="ArgumentException">The path is an absolute URL that lies on none of our origins, or there is no such origin.</exception>
    public (HttpRequestMessage Message, HttpClient Client) Build(WrapperRuntime runtime)
    {
        (Origin origin, Uri url) = Locate(runtime, Path);
        HttpRequestMessage message = new(Method, url);
        RequestState state = RequestState.Of(message);
        state.Policy = Policy;
        state.Timeout = Timeout;
        state.DeclaredJson = DeclaredJson;
        state.ReadsPayload = ReadsPayload;
        message.Content = Content(runtime.Serializer);
        foreach ((string name, string value) in Headers ?? [])
            AddHeader(message, name, value);
        return (message, origin.Client);
    }

    private (Origin Origin, Uri Url) Locate(WrapperRuntime runtime, string path)
    {
        if (path.StartsWith('/') || !Uri.TryCreate(path, UriKind.Absolute, out Uri? absolute))
        {
            Origin named = runtime.Origin(Origin);
            return (named, WithQuery(named.UrlOf(path)));
        }

        // An absolute URL may come from an answer (a "next" link). Our headers go there, so it must be a place they are meant for.
        Origin? owner = Origin is null ? runtime.Owner(absolute) : runtime.Origin(Origin) is var wanted && wanted.Owns(absolute) ? wanted : null;
        if (owner is null)
            throw new ArgumentException($"\"{runtime.Redactor.Redact(absolute)}\" lies on none of the client's origins, so its credentials must not be sent there.", nameof(path));
        return (owner, WithQuery(absolute));
    }

    private Uri WithQuery(Uri url)
    {
        StringBuilder? text = null;
        foreach ((string name, string value) in Query ?? [])
        {
            if (text is null)
                text = new StringBuilder(url.GetLeftPart(UriPartial.Query)).Append(url.Query.Length > 0 ? '&' : '?');
            else
                text.Append('&');
            text.Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        return text is null ? url : new Uri(text.ToString());
    }

    private HttpContent? Content(JsonBodySerializer serializer)
    {
        if (Json is not null)
        {
            PayloadContent content = new(Json.Write(serializer));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
            return content;
        }

        if (Files is null)
            return Form is null ? null : new FormUrlEncodedContent(Form);
        MultipartFormDataContent parts = [];
        foreach ((string name, string value) in Form ?? [])
            parts.Add(new StringContent(value), name);
        foreach (ApiFile file in Files)
        {
            StreamContent content = new(file.Content);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(file.ContentType);
            parts.Add(content, file.Name, file.FileName);
        }

        return parts;
    }

    private static void AddHeader(HttpRequestMessage message, string name, string value)
    {
        if (!message.Headers.TryAddWithoutValidation(name, value) && message.Content?.Headers is { } headers)
        {
            headers.Remove(name);
            headers.TryAddWithoutValidation(name, value);
        }
    }
}
