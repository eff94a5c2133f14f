namespace PyperCache.Http;

/// <summary>A server-sent event whose data is JSON.</summary>
/// <param name="Event">Its type; <c>message</c> when the server names none.</param>
/// <param name="Data">Its data.</param>
/// <param name="Id">The last id that the stream has given, here or before; null when there was none.</param>
/// <param name="Retry">How long the server wants clients to wait before they connect again, as last said; null when it has not.</param>
public sealed record SseEvent<T>(string Event, T? Data, string? Id, TimeSpan? Retry);
