using PyperCache.Models;

namespace Consumer;

[ApiModel(Validate = true)]
public sealed partial record Station(int Id, string Name, [Alias("place.harbour")] string Harbour, [Timestamp] DateTimeOffset OpenedAt);
