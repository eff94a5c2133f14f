using Microsoft.Extensions.Time.Testing;
using PyperCache.Storage;

namespace PyperCache.Core.Tests.Caching;

public sealed class GetOrStoreTests : FolderFixture
{
    private FakeTimeProvider _time = null!;
    private Cache _cache = null!;

    [SetUp]
    public void OpenCache()
    {
        _time = new FakeTimeProvider();
        _cache = new Cache(Folder.Path("cache.db"), new CacheOptions { TimeProvider = _time });
    }

    [TearDown]
    public void CloseCache() => _cache.Dispose();

    [Test]
    public async Task A_missing_value_is_fetched_and_stored_and_a_fresh_one_is_not_fetched()
    {
        int fetches = 0;
        Task<string> Fetch(CancellationToken ct) => Task.FromResult($"value {++fetches}");

        Assert.That(await _cache.GetOrStoreAsync("key", Fetch, TimeSpan.FromMinutes(5)), Is.EqualTo("value 1"));
        Assert.That(await _cache.GetOrStoreAsync("key", Fetch, TimeSpan.FromMinutes(5)), Is.EqualTo("value 1"));
        _time.Advance(TimeSpan.FromMinutes(6));
        Assert.That(await _cache.GetOrStoreAsync("key", Fetch, TimeSpan.FromMinutes(5)), Is.EqualTo("value 2"));

        Assert.That(_cache.GetObject<string>("key"), Is.EqualTo("value 2"));
        Assert.That(_cache.Get("key").Expiry, Is.EqualTo(TimeSpan.FromMinutes(5)));
    }

    [Test]
    public async Task A_hundred_callers_make_one_fetch()
    {
        int fetches = 0;
        var answer = new TaskCompletionSource<string>();
        Task<string> Fetch(CancellationToken ct)
        {
            Interlocked.Increment(ref fetches);
            return answer.Task;
        }

        Task<string>[] callers = [.. Enumerable.Range(0, 100).Select(_ => Task.Run(() => _cache.GetOrStoreAsync("key", Fetch)))];
        while (Volatile.Read(ref fetches) == 0)
            await Task.Yield();
        answer.SetResult("value");

        Assert.That(await Task.WhenAll(callers), Is.All.EqualTo("value"));
        Assert.That(fetches, Is.EqualTo(1));
    }

    [Test]
    public async Task A_failed_fetch_reaches_all_who_wait_and_is_not_kept()
    {
        var answer = new TaskCompletionSource<string>();
        Task<string> first = _cache.GetOrStoreAsync("key", _ => answer.Task);
        Task<string> second = _cache.GetOrStoreAsync("key", _ => Task.FromResult("never asked"));
        answer.SetException(new InvalidDataException("origin is down"));

        Assert.That(async () => await first, Throws.InstanceOf<InvalidDataException>());
        Assert.That(async () => await second, Throws.InstanceOf<InvalidDataException>());
        Assert.That(_cache.Has("key"), Is.False);
        Assert.That(await _cache.GetOrStoreAsync("key", _ => Task.FromResult("now")), Is.EqualTo("now"));
    }

    [Test]
    public async Task A_cancelled_caller_does_not_cancel_the_others()
    {
        using var cancellation = new CancellationTokenSource();
        var answer = new TaskCompletionSource<string>();
        CancellationToken seen = default;
        Task<string> Fetch(CancellationToken ct)
        {
            seen = ct;
            return answer.Task;
        }

        Task<string> leaving = _cache.GetOrStoreAsync("key", Fetch, cancellationToken: cancellation.Token);
        Task<string> staying = _cache.GetOrStoreAsync("key", Fetch);
        await cancellation.CancelAsync();

        Assert.That(async () => await leaving, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(seen.IsCancellationRequested, Is.False);
        answer.SetResult("value");
        Assert.That(await staying, Is.EqualTo("value"));
        Assert.That(_cache.Has("key"), Is.True);
    }

    [Test]
    public async Task When_every_caller_has_gone_the_fetch_is_cancelled_and_the_next_caller_begins_anew()
    {
        using var cancellation = new CancellationTokenSource();
        var cancelled = new TaskCompletionSource();
        Task<string> leaving = _cache.GetOrStoreAsync(
            "key",
            async ct =>
            {
                await using CancellationTokenRegistration registration = ct.Register(cancelled.SetResult);
                await Task.Delay(Timeout.Infinite, ct);
                return "never";
            },
            cancellationToken: cancellation.Token);
        await cancellation.CancelAsync();

        Assert.That(async () => await leaving, Throws.InstanceOf<OperationCanceledException>());
        await cancelled.Task;
        Assert.That(await _cache.GetOrStoreAsync("key", _ => Task.FromResult("value")), Is.EqualTo("value"));
    }

    [Test]
    public async Task A_stored_value_that_does_not_fit_is_fetched_anew()
    {
        _cache.Store("key", """{"no":"number"}""");

        Assert.That(await _cache.GetOrStoreAsync("key", _ => Task.FromResult(7)), Is.EqualTo(7));
        Assert.That(_cache.GetObject<int>("key"), Is.EqualTo(7));
    }

    [Test]
    public async Task Different_keys_do_not_wait_for_each_other()
    {
        var slow = new TaskCompletionSource<int>();
        Task<int> waiting = _cache.GetOrStoreAsync("slow", _ => slow.Task);

        Assert.That(await _cache.GetOrStoreAsync("fast", _ => Task.FromResult(1)), Is.EqualTo(1));
        slow.SetResult(2);
        Assert.That(await waiting, Is.EqualTo(2));
    }
}
