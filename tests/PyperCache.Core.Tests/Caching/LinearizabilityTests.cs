using System.Collections.Concurrent;
using PyperCache.Storage;

namespace PyperCache.Core.Tests.Caching;

/// <summary>Many threads on one cache: for each key there is one order of all reads and writes that explains what everybody saw.</summary>
public sealed class LinearizabilityTests : FolderFixture
{
    private const int Threads = 16;
    private const int Operations = 250;
    private const int Keys = 4;

    private int _clock;

    [TestCase(".db", 0)]
    [TestCase(".db", 1 << 20)]
    [TestCase(".json", 0)]
    [TestCase(".json", 1 << 20)]
    [TestCase(".pkl", 0)]
    [TestCase(".manifest", 0)]
    public void Reads_and_writes_of_a_key_have_one_order(string extension, long hotBytes)
    {
        using var cache = new Cache(Folder.Path("cache" + extension), new CacheOptions { HotBytes = hotBytes });
        var history = new ConcurrentBag<Operation>();
        for (int key = 0; key < Keys; key++)
            history.Add(Timed(key, isWrite: true, () => { cache.Store($"{key}", "0"); return 0; }));
        var threads = Enumerable.Range(1, Threads).Select(thread => new Thread(() => Work(cache, thread, history))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());

        Assert.That(history, Has.Count.EqualTo(Keys + (Threads * Operations)));
        foreach (IGrouping<int, Operation> ofKey in history.GroupBy(operation => operation.Key))
            AssertLinearizable([.. ofKey]);
    }

    private void Work(Cache cache, int thread, ConcurrentBag<Operation> history)
    {
        var random = new Random(thread);
        for (int i = 0; i < Operations; i++)
        {
            int key = random.Next(Keys);
            int value = (thread * Operations) + i;
            history.Add(random.Next(10) switch
            {
                < 2 => Timed(key, isWrite: true, () => { cache.Store($"{key}", $"{value}"); return value; }),
                2 => Timed(key, isWrite: true, () => { cache.Update($"{key}", $"{value}"); return value; }),
                < 7 => Timed(key, isWrite: false, () => cache.GetObject<int>($"{key}")),
                _ => Timed(key, isWrite: false, () => cache.Get($"{key}").Data.GetInt32()),
            });
        }
    }

    private Operation Timed(int key, bool isWrite, Func<int> operate)
    {
        int begun = Interlocked.Increment(ref _clock);
        int value = operate();
        return new Operation(key, isWrite, value, begun, Interlocked.Increment(ref _clock));
    }

    /// <summary>
    /// Every value is written once, so a write and its reads stand together in the order. Each such group has a time at which it must have been
    /// current: from its first end to its last beginning, if that is later. No two of these may overlap, and where a group has none because all of it
    /// happened at once, it must fit in somewhere that is not within another's. (Gibbons and Korach, 1997.)
    /// </summary>
    private static void AssertLinearizable(Operation[] operations)
    {
        var groups = operations.GroupBy(operation => operation.Value).Select(group => Group.Of([.. group])).OrderBy(group => group.First).ToList();
        List<Group> solid = [.. groups.Where(group => group.IsSolid)];
        for (int i = 1; i < solid.Count; i++)
            Assert.That(solid[i].First, Is.GreaterThan(solid[i - 1].Last), $"{solid[i - 1]} and {solid[i]} were both current");
        foreach (Group loose in groups.Where(group => !group.IsSolid))
            Assert.That(solid.Where(group => group.First < loose.First && loose.Last < group.Last), Is.Empty, $"{loose} was current within another");
    }

    private sealed record Operation(int Key, bool IsWrite, int Value, int Begun, int Ended);

    /// <summary>From when to when a value must have been current; a solid one was so all that time.</summary>
    private sealed record Group(int Value, int First, int Last, bool IsSolid)
    {
        public static Group Of(Operation[] operations)
        {
            Operation write = operations.Single(operation => operation.IsWrite);
            Assert.That(operations.Min(operation => operation.Ended), Is.GreaterThan(write.Begun), "nobody reads what is not yet written");
            int firstEnd = operations.Min(operation => operation.Ended);
            int lastBeginning = operations.Max(operation => operation.Begun);
            return new Group(write.Value, Math.Min(firstEnd, lastBeginning), Math.Max(firstEnd, lastBeginning), firstEnd < lastBeginning);
        }
    }
}
