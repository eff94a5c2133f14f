using PyperCache.Models;

namespace NewsApi.Models;

/// <summary>What the API says when it refuses.</summary>
[ApiModel]
public sealed partial record NewsFault(string Code, string Message);
