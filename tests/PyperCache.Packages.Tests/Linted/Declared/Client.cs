#nullable enable

using PyperCache.Http;
using Refit;

namespace Linted;

/// <summary>Every kind of endpoint that a client can have.</summary>
[CacheFor(300)]
public interface IRowApi
{
    [Get("/rows")]
    Task<List<Row>> ListAsync(CancellationToken ct = default);

    [Get("/rows/{id}"), CacheFor(86_400, StaleIfError = 604_800, Tags = new[] { "row" })]
    Task<Row> GetAsync(int id, CancellationToken ct = default);

    [Get("/rows/named/{id}")]
    Task<Row> GetAsync(string id, int @class = 7);

    [Get("/now"), NoCache]
    Task<OpenClass> NowAsync();

    [Post("/rows"), Invalidates("/rows*", "row")]
    Task<Row> CreateAsync([Body] Row row);

    [Get("/answers")]
    Task<ApiResponse<Row>> AnswerAsync([Query(CollectionFormat.Multi)] int[]? tags = null, [Header("X-A")] string? header = "q\"");

    [Get("/stream")]
    Task<Stream> StreamAsync();

    [Get("/lines")]
    IAsyncEnumerable<Row> LinesAsync(CancellationToken ct = default);

    [Multipart, Post("/files")]
    Task UploadAsync(StreamPart file, DayOfWeek day = DayOfWeek.Friday, decimal? price = 1.5m);

    [Put("/names")]
    ValueTask<string> PutAsync([Body] OpenClass body, params string[] more);

    [Delete("/rows/{id}")]
    Task DeleteAsync(int id, double x = double.NaN, DateTime when = default);
}

public interface ITokenApi
{
    [Get("/token")]
    Task<string> GetTokenAsync(string? scope = null);
}

[ApiClient<IRowApi>]
[ApiClient<ITokenApi>(Origin = "auth")]
public sealed partial class RowClient(ApiWrapperOptions options) : ApiWrapper(options)
{
    /// <summary>Finds a row by its name.</summary>
    /// <param name="name">The name.</param>
    public Task<Row> FindAsync(string name) => RequestAsync<Row>(HttpMethod.Get, $"/rows/by-name/{PathValue(name)}", expiry: TimeSpan.FromHours(1));
}

[ApiClient<ITokenApi>(Interface = null)]
internal sealed partial class BareClient(ApiWrapperOptions options) : ApiWrapper(options)
{
    partial void ConfigureRefit(RefitSettings settings) => settings.CollectionFormat = CollectionFormat.Csv;
}
