using PyperCache.Query;

namespace Consumer.Faulty;

internal static class BadSelector
{
    public static QueryResult Ask(JsonInjester query) => query.Get("stations?=7");
}
