using PyperCache.Models;

namespace JsonPlaceholder.Models;

/// <summary>A place on the globe. The API sends both numbers as texts; they are read as what they are.</summary>
[ApiModel(Validate = true)]
public readonly partial record struct Geo([Alias("lat")] double Latitude, [Alias("lng")] double Longitude);
