using PyperCache.Query;

namespace PyperCache;

public sealed partial class CacheRecord
{
    private JsonInjester? _query;

    /// <summary>Asks the payload with selectors. Made once for a record.</summary>
    public JsonInjester Query => _query ??= new JsonInjester(Payload);
}
