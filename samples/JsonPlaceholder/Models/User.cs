using PyperCache.Models;

namespace JsonPlaceholder.Models;

[ApiModel(Validate = true)]
public sealed partial record User(int Id, string Name, string Username, string Email, Address Address, string Phone, string Website, Company Company);
