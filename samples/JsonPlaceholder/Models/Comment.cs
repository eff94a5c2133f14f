using PyperCache.Models;

namespace JsonPlaceholder.Models;

[ApiModel(Validate = true)]
public sealed partial record Comment(int PostId, int Id, string Name, string Email, string Body);
