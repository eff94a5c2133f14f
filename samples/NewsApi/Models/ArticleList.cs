using PyperCache.Models;

namespace NewsApi.Models;

[ApiModel(Validate = true)]
public sealed partial record ArticleList(int TotalResults, IReadOnlyList<Article> Articles);
