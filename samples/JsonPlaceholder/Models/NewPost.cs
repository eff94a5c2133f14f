using PyperCache.Models;

namespace JsonPlaceholder.Models;

[ApiModel]
public sealed partial record NewPost(int UserId, string Title, string Body);
