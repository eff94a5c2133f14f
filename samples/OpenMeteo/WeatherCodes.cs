namespace OpenMeteo;

/// <summary>The weather codes of the WMO, in words.</summary>
internal static class WeatherCodes
{
    public static string Describe(int? code) => code switch
    {
        null => "",
        0 => "clear",
        1 or 2 => "some clouds",
        3 => "overcast",
        45 or 48 => "fog",
        >= 51 and <= 57 => "drizzle",
        >= 61 and <= 67 => "rain",
        >= 71 and <= 77 => "snow",
        >= 80 and <= 82 => "showers",
        85 or 86 => "snow showers",
        >= 95 => "thunder",
        _ => $"code {code}",
    };
}
