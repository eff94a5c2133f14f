using PyperCache.Models;

namespace NewsApi.Models;

[ApiModel(Validate = true)]
public sealed partial record Article(
    [Alias("source.name")] string Source,
    string Title,
    string? Description,
    Uri Url,
    [Timestamp] DateTimeOffset PublishedAt);
