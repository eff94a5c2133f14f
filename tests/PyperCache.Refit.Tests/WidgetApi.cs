using PyperCache.Http;
using PyperCache.Models;
using Refit;

namespace PyperCache.Tests.Refit;

[ApiModel(Validate = true)]
public partial record Widget(int Id, string Name);

[ApiModel]
public partial record NewWidget(string Name);

[ApiModel]
public partial record Clock(int Tick);

[ApiModel(Validate = true)]
public partial record Page<T>(List<T> Items, int Total);

/// <summary>The interface of the design page, and one endpoint of every other kind.</summary>
[CacheFor(300)]
public interface IWidgetApi
{
    [Get("/widgets")]
    Task<List<Widget>> ListWidgetsAsync(CancellationToken ct = default);

    [Get("/widgets/{id}"), CacheFor(86_400, StaleIfError = 604_800, Tags = ["widget"])]
    Task<Widget> GetWidgetAsync(int id, CancellationToken ct = default);

    [Get("/clock"), NoCache]
    Task<Clock> GetClockAsync();

    [Get("/news"), CacheFor(60, StaleWhileRevalidate = 600)]
    Task<Clock> GetNewsAsync();

    [Post("/widgets"), Invalidates("/widgets*")]
    Task<Widget> CreateWidgetAsync([Body] NewWidget widget);

    [Put("/widgets/{id}"), Invalidates("/widgets/{id}")]
    Task ReplaceWidgetAsync(int id, [Body] NewWidget widget);

    [Delete("/widgets/{id}"), Invalidates("widget")]
    Task DeleteWidgetAsync(int id);

    [Get("/widgets/{id}")]
    Task<ApiResponse<Widget>> GetWrappedAsync(int id);

    [Get("/widgets/{id}")]
    Task<string> GetTextAsync(int id);

    [Get("/widgets/{id}")]
    Task<Stream> GetStreamAsync(int id);

    [Get("/widgets/{id}")]
    Task<HttpResponseMessage> GetRawAsync(int id);

    [Get("/widgets")]
    IAsyncEnumerable<Widget> StreamWidgetsAsync(CancellationToken ct = default);

    [Get("/page")]
    Task<Page<Widget>> GetPageAsync();

    [Get("/search")]
    Task<T> SearchAsync<T>(string? q = null, [Query(CollectionFormat.Multi)] int[]? ids = null, [Header("Accept-Language")] string? language = null);

    [Multipart, Post("/upload")]
    Task<int> UploadAsync(StreamPart file, string note);
}

public interface ITokenApi
{
    [Get("/token")]
    Task<string> GetTokenAsync();
}
