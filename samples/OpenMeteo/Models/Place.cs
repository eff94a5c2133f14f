using PyperCache.Models;

namespace OpenMeteo.Models;

[ApiModel(Validate = true)]
public sealed partial record Place(
    int Id,
    string Name,
    double Latitude,
    double Longitude,
    double? Elevation,
    [Alias("timezone")] string TimeZone,
    string? Country,
    [Alias("admin1")] string? Region);
