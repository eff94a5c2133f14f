using OpenMeteo.Models;

namespace OpenMeteo.Client;

/// <summary>What can be asked about one place.</summary>
/// <param name="client">The client that asks.</param>
/// <param name="name">The name of the place.</param>
public sealed class PlaceClient(OpenMeteoClient client, string name)
{
    /// <summary>The best match for the name.</summary>
    /// <exception cref="PlaceNotFoundException">There is no place of that name.</exception>
    public async Task<Place> FindAsync(CancellationToken cancellationToken = default)
    {
        SearchAnswer answer = await client.SearchAsync(name, cancellationToken: cancellationToken);
        return answer.Places is [Place place, ..] ? place : throw new PlaceNotFoundException(name);
    }

    /// <summary>The weather of some days, today first.</summary>
    /// <param name="days">1 to 16.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="PlaceNotFoundException">There is no place of that name.</exception>
    public async Task<Forecast> ForecastAsync(int days = 7, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(days, 16);
        Place place = await FindAsync(cancellationToken);
        return await client.GetForecastAsync(place.Latitude, place.Longitude, days, cancellationToken);
    }
}
