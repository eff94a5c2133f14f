using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace PyperCache.Http;

/// <summary>What a chain of handlers adds to requests on its own and that tells users apart.</summary>
/// <param name="Cookies">Its jar; null when it has none.</param>
/// <param name="Credentials">What it logs in with; null for nothing.</param>
/// <param name="Certificates">The client certificates it shows; null for none.</param>
internal sealed record HandlerIdentity(CookieContainer? Cookies, ICredentials? Credentials, X509CertificateCollection? Certificates)
{
    public static HandlerIdentity None { get; } = new(null, null, null);

    public static HandlerIdentity Of(HttpMessageHandler handler)
    {
        HttpMessageHandler? last = handler;
        while (last is DelegatingHandler { InnerHandler: { } inner })
            last = inner;
        return last switch
        {
            SocketsHttpHandler sockets => new(sockets.UseCookies ? sockets.CookieContainer : null, sockets.Credentials, sockets.SslOptions.ClientCertificates),
            HttpClientHandler client => new(
                client.UseCookies ? client.CookieContainer : null,
                client.Credentials,
                client.ClientCertificateOptions == ClientCertificateOption.Manual ? client.ClientCertificates : null),
            _ => None,
        };
    }
}
