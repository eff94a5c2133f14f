using PyperCache.Models;

namespace JsonPlaceholder.Models;

[ApiModel(Validate = true)]
public sealed partial record Post(int UserId, int Id, string Title, string Body);
