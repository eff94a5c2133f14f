using PyperCache.Http;
using PyperCache.Models;
using Refit;

namespace PyperCache.Tests.Refit;

/// <summary>A request as the server saw it, and how many there had been.</summary>
[ApiModel(Validate = true)]
public partial record Echo(int N, string Url, string Language, string Tenant, string Body);

/// <summary>What several interfaces inherit.</summary>
[CacheFor(60)]
public interface IReadApi<T>
{
    [Get("/items/{id}")]
    Task<T> ReadAsync(int id);

    [Get("/items/fresh"), NoCache]
    Task<T> ReadFreshAsync();
}

/// <summary>The forms in which Refit takes requests and gives answers.</summary>
[Headers("X-Tenant: default")]
public interface IFormsApi : IReadApi<Echo>
{
    [Get("/overloaded")]
    Task<Echo> OverloadedAsync();

    [Get("/overloaded/{id}")]
    Task<Echo> OverloadedAsync(int id, [AliasAs("long")] bool isLong = false, CancellationToken ct = default);

    [Get("/overloaded/{id}/{**rest}")]
    Task<Echo> OverloadedAsync(int id, string rest);

    [Get("/headers")]
    Task<Echo> HeadersAsync([Header("Accept-Language")] string language, [Header("X-Tenant")] string tenant);

    [Get("/headers")]
    Task<Echo> HeaderCollectionAsync([HeaderCollection] IDictionary<string, string> headers);

    [Get("/authorized")]
    Task<Echo> AuthorizedAsync([Authorize("Bearer")] string token);

    [Get("/valuetask")]
    ValueTask<Echo> ValueTaskAsync();

    [Get("/observable")]
    IObservable<Echo> Observe();

    [Get("/wrapped")]
    Task<IApiResponse<Echo>> WrappedAsync();

    [Get("/wrapped/headers")]
    Task<IApiResponse> OnlyHeadersAsync();

    [Get("/wrapped/stream")]
    Task<ApiResponse<Stream>> WrappedStreamAsync();

    [Get("/content")]
    Task<HttpContent> ContentAsync();

    [Post("/form")]
    Task<Echo> FormAsync([Body(BodySerializationMethod.UrlEncoded)] Dictionary<string, string> form);

    [Patch("/text")]
    Task<Echo> TextAsync([Body] string text);

    [Post("/stream")]
    Task<Echo> StreamAsync([Body] Stream body);

    [Multipart, Post("/files")]
    Task<Echo> FilesAsync([AliasAs("a")] ByteArrayPart bytes, [AliasAs("b")] FileInfoPart file);

    [Get("/search")]
    Task<Echo> SearchWithBodyAsync([Body] NewWidget query);

    [Head("/items/{id}")]
    Task<HttpResponseMessage> HeadAsync(int id);

    [Delete("/items/{id}"), Invalidates("/items/{id}")]
    Task DeleteAsync(int id);

    [Get("")]
    Task<Echo> FollowAsync([Url] string url);

    [Get("/slow"), global::Refit.Timeout(50)]
    Task<Echo> SlowAsync();
}

[ApiClient<IFormsApi>]
public sealed partial class FormsClient(ApiWrapperOptions options) : ApiWrapper(options);
