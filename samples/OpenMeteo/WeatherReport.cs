using System.Globalization;
using OpenMeteo.Client;
using OpenMeteo.Models;
using PyperCache.Samples;

namespace OpenMeteo;

/// <summary>Shows a forecast as a chart of the next hours and a line for each day.</summary>
internal sealed class WeatherReport(Terminal terminal, OpenMeteoClient client)
{
    private const int HoursShown = 12;
    private const int BarWidth = 30;

    public async Task ShowAsync(string name, int days)
    {
        int before = client.RequestLogger!.AsList().Count;
        PlaceClient there = client.At(name);
        Place place = await there.FindAsync();
        Forecast forecast = await there.ForecastAsync(days);

        string where = string.Join(", ", new[] { place.Name, place.Region, place.Country }.OfType<string>().Distinct());
        terminal.Line($"{terminal.Bold(where)}  {terminal.Dim(Invariant($"{place.Latitude:0.00}, {place.Longitude:0.00}, {place.Elevation:0} m, {place.TimeZone}"))}");
        ShowHours(forecast);
        ShowDays(forecast);
        int sent = client.RequestLogger.AsList().Count - before;
        terminal.Line();
        terminal.Line(terminal.Dim(sent == 0 ? "All of it came from the cache file." : $"Requests sent: {sent}. Run it again: the answers come from the cache file."));
    }

    private void ShowHours(Forecast forecast)
    {
        DateTimeOffset now = DateTimeOffset.UtcNow;
        HourRow[] hours = [.. forecast.Hourly.Value.Where(hour => hour.Time > now.AddHours(-1)).Take(HoursShown)];
        double low = hours.Min(static hour => hour.TemperatureC);
        double high = hours.Max(static hour => hour.TemperatureC);
        terminal.Heading($"The next {HoursShown} hours", "by the clocks there, with the chance of rain");
        foreach (HourRow hour in hours)
        {
            string temperature = Invariant($"{hour.TemperatureC,5:0.0}°");
            string sky = WeatherCodes.Describe(hour.WeatherCode);
            terminal.Line(Invariant($"  {hour.Time.ToOffset(forecast.UtcOffset):HH:mm}  {temperature}  {Bar(hour.TemperatureC, low, high)}  {hour.RainPercent ?? 0,3} %  {sky}").TrimEnd());
        }
    }

    private void ShowDays(Forecast forecast)
    {
        terminal.Heading("Days");
        foreach (DayRow day in forecast.Daily.Value)
            terminal.Line(Invariant($"  {day.Time.ToOffset(forecast.UtcOffset):ddd d MMM}  {day.LowC,5:0.0}° to {day.HighC:0.0}°"));
    }

    /// <summary>The lowest temperature has a short bar, the highest a full one, in steps of an eighth of a character.</summary>
    private string Bar(double value, double low, double high)
    {
        double share = high > low ? (value - low) / (high - low) : 1;
        int eighths = 8 + (int)Math.Round(share * ((BarWidth - 1) * 8));
        string bar = new string('█', eighths / 8) + (eighths % 8 > 0 ? " ▏▎▍▌▋▊▉"[eighths % 8].ToString() : "");
        return (share > 0.66 ? terminal.Yellow(bar) : share < 0.33 ? terminal.Blue(bar) : terminal.Green(bar)) + new string(' ', BarWidth - bar.Length);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
