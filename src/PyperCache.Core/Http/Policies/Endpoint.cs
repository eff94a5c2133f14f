namespace PyperCache.Http;

/// <summary>An endpoint of a Refit interface and its policy. Refit marks each request with the same three names.</summary>
/// <param name="Interface">The interface for which the client was made; an inherited method counts for the interface that inherits it.</param>
/// <param name="Method">The name of the method.</param>
/// <param name="Template">The path template as declared, with its placeholders.</param>
/// <param name="Policy">How the cache treats it.</param>
public sealed record Endpoint(Type Interface, string Method, string Template, EndpointPolicy Policy);
