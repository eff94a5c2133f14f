namespace PyperCache.Http;

/// <summary>The cache as the handler sees it. What goes wrong in it is reported and never reaches a request.</summary>
internal sealed class AnswerStore(Func<Cache?> open, CachingHandlerOptions options)
{
    private readonly Func<Cache?> _open = open;

    /// <summary>The cache, opened at first use; null when there is none.</summary>
    public Cache? Cache => _open();

    /// <summary>The stored answer, fresh or not; null when there is none that can be read.</summary>
    public StoredAnswer? Find(string key)
    {
        try
        {
            if (Cache is not { } cache || !cache.TryGet(key, out CacheRecord? record))
                return null;
            TimeSpan? remaining = record.Expiry == Timeout.InfiniteTimeSpan ? null : record.Timestamp + record.Expiry - options.TimeProvider.GetUtcNow();
            StoredAnswer answer = new() { Timestamp = record.Timestamp, Remaining = remaining };
            return answer.TryRead(record.Payload) ? answer : null;
        }
        catch (Exception e)
        {
            // Whatever is wrong with the cache: the network still has the answer.
            Report("read", e);
            return null;
        }
    }

    /// <summary>Stores an answer, which is dropped later if it is not JSON through and through.</summary>
    public void Put(string key, Answer answer, TimeSpan expiry)
    {
        try
        {
            if (answer.IsJson)
                Cache?.StoreSoon(key, answer.Framed, answer.Body, expiry, answer.Arrived);
        }
        catch (Exception e)
        {
            Report("write", e);
        }
    }

    /// <summary>Makes a stored answer fresh again that the server confirmed.</summary>
    public void Touch(string key, TimeSpan expiry, DateTimeOffset confirmed)
    {
        try
        {
            if (Cache is { } cache && cache.TryGet(key, out CacheRecord? record))
                cache.StoreSoon(key, record.Payload, doubtful: null, expiry, confirmed);
        }
        catch (Exception e)
        {
            Report("write", e);
        }
    }

    /// <summary>Removes an answer.</summary>
    public void Remove(string key)
    {
        try
        {
            Cache?.Remove(key);
        }
        catch (Exception e)
        {
            Report("write", e);
        }
    }

    /// <summary>Removes all answers whose key fits.</summary>
    /// <returns>How many there were.</returns>
    public int RemoveWhere(Func<string, bool> fits)
    {
        try
        {
            return Cache is { } cache ? cache.Keys.Where(fits).ToList().Count(cache.Remove) : 0;
        }
        catch (Exception e)
        {
            Report("write", e);
            return 0;
        }
    }

    private void Report(string operation, Exception e)
    {
        if (options.Logger is { } logger)
            HttpLog.CacheFailed(logger, operation, e);
    }
}
