using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace PyperCache.Http;

/// <summary>Reads options from configuration by name, without reflection.</summary>
internal static class ConfiguredOptions
{
    public static void Apply(IConfiguration configuration, ApiWrapperOptions options)
    {
        foreach (IConfigurationSection origin in configuration.GetSection(nameof(options.Origins)).GetChildren())
            options.Origins[origin.Key] = origin.Value ?? "";
        options.DefaultOrigin = configuration[nameof(options.DefaultOrigin)] ?? options.DefaultOrigin;
        options.CachePath = configuration[nameof(options.CachePath)] ?? options.CachePath;
        options.RequestLogPath = configuration[nameof(options.RequestLogPath)] ?? options.RequestLogPath;
        options.EnableCache = Read(configuration, nameof(options.EnableCache), options.EnableCache, bool.TryParse);
        options.DefaultExpiry = Read(configuration, nameof(options.DefaultExpiry), options.DefaultExpiry, TryParseTime);
        options.Timeout = Read(configuration, nameof(options.Timeout), options.Timeout, TryParseTime);
        options.MaxResponseBytes = Read(configuration, nameof(options.MaxResponseBytes), options.MaxResponseBytes, int.TryParse);
        options.Replay = Read(configuration, nameof(options.Replay), options.Replay, Enum.TryParse);
    }

    private delegate bool Parser<T>(string? text, out T value);

    private static bool TryParseTime(string? text, out TimeSpan value) => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value);

    private static T Read<T>(IConfiguration configuration, string name, T current, Parser<T> parse)
    {
        if (configuration[name] is not { } text)
            return current;
        return parse(text, out T value) ? value : throw new FormatException($"The setting {name} is no {typeof(T).Name}: \"{text}\".");
    }
}
