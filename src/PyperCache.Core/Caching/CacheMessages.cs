namespace PyperCache;

/// <summary>The texts of this folder's exceptions, together so that they can be read together.</summary>
internal static class CacheMessages
{
    public static string KeyNotFound(string key) => $"The cache holds no record under the key '{key}'.";

    public static string NotJson(string key, string why) =>
        $"The payload for the key '{key}' is not one well-formed JSON value, so nothing was stored: {why}";

    public static string NegativeExpiry =>
        "An expiry is zero or more, or Timeout.InfiniteTimeSpan for a record that never becomes stale.";

    public static string NoCast(string key) =>
        $"The record under the key '{key}' was stored without a cast, so its type is not known. Ask for it with GetObject<T>.";

    public static string UnknownCast(string key, string castName) =>
        $"The record under the key '{key}' is a '{castName}', and no model is registered under that name. "
        + $"Give your model that name with [ApiModel(Name = \"{castName}\")], or ask for it with GetObject<T>.";

    public static string NullPayload(string key) => $"The payload of the record under the key '{key}' is null; there is no object to give.";
}
