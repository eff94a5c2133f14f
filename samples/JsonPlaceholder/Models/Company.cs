using PyperCache.Models;

namespace JsonPlaceholder.Models;

[ApiModel(Validate = true)]
public sealed partial record Company(string Name, string CatchPhrase, [Alias("bs")] string Business);
