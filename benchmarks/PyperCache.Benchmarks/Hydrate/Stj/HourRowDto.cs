namespace PyperCache.Benchmarks.Hydrate.Stj;

/// <summary>One hour of a forecast.</summary>
internal readonly record struct HourRowDto(
    DateTimeOffset Time, double Temperature, int Humidity, double Precipitation, double Pressure, double WindSpeed, int WindDirection, int? WeatherCode);
