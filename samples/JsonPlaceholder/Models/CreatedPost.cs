using PyperCache.Models;

namespace JsonPlaceholder.Models;

[ApiModel(Validate = true)]
public sealed partial record CreatedPost(int Id, int UserId, string Title, string Body);
