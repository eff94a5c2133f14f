using PyperCache.Models;

namespace JsonPlaceholder.Models;

[ApiModel(Validate = true)]
public sealed partial record Todo(int UserId, int Id, string Title, [Alias("completed")] bool IsDone);
