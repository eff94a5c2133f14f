using PyperCache.Http;

namespace OpenMeteo.Client;

/// <summary>There is no place of that name.</summary>
/// <param name="name">The name.</param>
public sealed class PlaceNotFoundException(string name) : ApiWrapperException($"There is no place called {name}.");
