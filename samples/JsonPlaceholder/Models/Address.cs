using PyperCache.Models;

namespace JsonPlaceholder.Models;

[ApiModel(Validate = true)]
public sealed partial record Address(string Street, string Suite, string City, [Alias("zipcode")] string ZipCode, Geo Geo);
