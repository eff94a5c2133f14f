using System.Diagnostics.CodeAnalysis;
using System.Net;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PyperCache;
using PyperCache.Http;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers API clients and the caches that they share.</summary>
public static class ApiClientServiceCollectionExtensions
{
    /// <summary>Registers a client as a singleton under its interface and its own type, on a named client of <c>IHttpClientFactory</c>.</summary>
    /// <typeparam name="TInterface">What users of the client depend on; usually the generated interface.</typeparam>
    /// <typeparam name="TClient">The client. Its constructor gets services; parameters with defaults keep them.</typeparam>
    /// <param name="services">The container.</param>
    /// <param name="configure">Changes what the client's own constructor set. Null: nothing.</param>
    /// <returns>The builder of the named client. What is added there, such as a resilience handler, works behind the cache: hits do not pass it.</returns>
    /// <remarks>
    /// The factory makes the handlers, so <see cref="ApiWrapper.CreateHandler"/> is not called. The container's <see cref="TimeProvider"/> and logging are
    /// used when it has them.
    /// </remarks>
    public static IHttpClientBuilder AddApiClient<TInterface, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TClient>(
        this IServiceCollection services, Action<ApiWrapperOptions>? configure = null)
        where TInterface : class
        where TClient : ApiWrapper, TInterface =>
        services.AddApiClient<TInterface, TClient>(static provider => ActivatorUtilities.CreateInstance<TClient>(provider), configure);

    /// <summary>Registers a client that is made by a function.</summary>
    /// <param name="services">The container.</param>
    /// <param name="create">Makes the client.</param>
    /// <param name="configure">Changes what the client's own constructor set. Null: nothing.</param>
    /// <inheritdoc cref="AddApiClient{TInterface, TClient}(IServiceCollection, Action{ApiWrapperOptions}?)"/>
    public static IHttpClientBuilder AddApiClient<TInterface, TClient>(
        this IServiceCollection services, Func<IServiceProvider, TClient> create, Action<ApiWrapperOptions>? configure = null)
        where TInterface : class
        where TClient : ApiWrapper, TInterface
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(create);
        string name = typeof(TClient).FullName!;
        services.AddSingleton(provider => Create(provider, name, create));
        services.AddSingleton<TInterface>(static provider => provider.GetRequiredService<TClient>());
        IHttpClientBuilder builder = services.AddHttpClient(name).UseSocketsHttpHandler(static (handler, _) =>
        {
            // A jar would be shared by all who use the factory, and the cache could not tell whose cookies are sent.
            handler.UseCookies = false;
            handler.AutomaticDecompression = DecompressionMethods.All;
        });
        return configure is null ? builder : builder.ConfigureApiClient((_, options) => configure(options));
    }

    /// <summary>Changes what the client's own constructor set, with services at hand. Later calls go on where earlier ones ended.</summary>
    public static IHttpClientBuilder ConfigureApiClient(this IHttpClientBuilder builder, Action<IServiceProvider, ApiWrapperOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure<ApiClientWiring>(builder.Name, wiring => wiring.Steps.Add(configure));
        return builder;
    }

    /// <summary>
    /// Reads options from configuration: <c>Origins:name</c>, <c>DefaultOrigin</c>, <c>CachePath</c>, <c>EnableCache</c>, <c>DefaultExpiry</c> and
    /// <c>Timeout</c> (as <c>hh:mm:ss</c>), <c>MaxResponseBytes</c>, <c>RequestLogPath</c>, <c>Replay</c>. What is not there stays.
    /// </summary>
    /// <exception cref="FormatException">Thrown when the client is made: a value is not of its form; the message names it.</exception>
    public static IHttpClientBuilder ConfigureApiClient(this IHttpClientBuilder builder, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return builder.ConfigureApiClient((_, options) => ConfiguredOptions.Apply(configuration, options));
    }

    /// <summary>Registers a cache by name, opened at first use and closed with the container.</summary>
    /// <param name="services">The container.</param>
    /// <param name="name">The name.</param>
    /// <param name="path">The file.</param>
    /// <param name="options">How; null for the defaults.</param>
    public static IServiceCollection AddApiCache(this IServiceCollection services, string name, string path, CacheOptions? options = null) =>
        services.AddKeyedSingleton(name, (provider, _) => new Cache(path, options ?? new CacheOptions { TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System }));

    /// <summary>Lets the client keep its answers in a cache of <see cref="AddApiCache"/>, which several clients can share.</summary>
    public static IHttpClientBuilder UseApiCache(this IHttpClientBuilder builder, string name) =>
        builder.ConfigureApiClient((provider, options) => options.Cache = provider.GetRequiredKeyedService<Cache>(name));

    private static TClient Create<TClient>(IServiceProvider provider, string name, Func<IServiceProvider, TClient> create)
        where TClient : ApiWrapper
    {
        TClient client = create(provider);
        client.ConfigureOptions(options =>
        {
            IHttpMessageHandlerFactory factory = provider.GetRequiredService<IHttpMessageHandlerFactory>();
            options.HandlerFactory = () => new FactoryHandler(factory, name);
            options.Logger ??= provider.GetService<ILoggerFactory>()?.CreateLogger(name);
            options.TimeProvider = provider.GetService<TimeProvider>() ?? options.TimeProvider;
            foreach (Action<IServiceProvider, ApiWrapperOptions> step in provider.GetRequiredService<IOptionsMonitor<ApiClientWiring>>().Get(name).Steps)
                step(provider, options);
        });
        return client;
    }
}
