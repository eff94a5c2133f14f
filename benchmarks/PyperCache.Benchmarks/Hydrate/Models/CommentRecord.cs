using PyperCache.Models;

namespace PyperCache.Benchmarks.Hydrate.Models;

/// <summary>A comment as a positional record.</summary>
[ApiModel(Validate = true)]
internal sealed partial record CommentRecord(int PostId, int Id, string Name, string Email, string Body);
