using System.Net;

namespace PyperCache.Http;

/// <summary>Finds what a chain of handlers adds to requests on its own and that tells users apart.</summary>
internal static class HandlerIdentity
{
    public static (CookieContainer? Cookies, ICredentials? Credentials) Of(HttpMessageHandler handler)
    {
        HttpMessageHandler? last = handler;
        while (last is DelegatingHandler { InnerHandler: { } inner })
            last = inner;
        return last switch
        {
            SocketsHttpHandler sockets => (sockets.UseCookies ? sockets.CookieContainer : null, sockets.Credentials),
            HttpClientHandler client => (client.UseCookies ? client.CookieContainer : null, client.Credentials),
            _ => (null, null),
        };
    }
}
