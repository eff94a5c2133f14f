using System.Text;
using PyperCache.Storage;

namespace PyperCache.Core.Tests.Storage;

/// <summary>What every store promises. A backend joins with one line: a fixture that derives from this class with its extension.</summary>
public abstract class RecordStoreContract(string extension) : FolderFixture
{
    private static readonly DateTimeOffset s_time = new(2024, 4, 13, 9, 20, 0, 250, TimeSpan.Zero);


    private string FilePath => Folder.Path("cache" + extension);

    [Test]
    public void A_record_comes_back_as_it_was_put()
    {
        using IRecordStore store = Open();
        StoredRecord put = Record("""{"a":[1,2.50,"é"]}""", TimeSpan.FromSeconds(90.5), "app.models.User");

        store.Put("key", put);

        Assert.That(store.TryGet("key", out StoredRecord? got), Is.True);
        AssertEqual(got!, put);
    }

    [Test]
    public void A_record_comes_back_after_closing_and_opening()
    {
        StoredRecord put = Record("""{"n":18446744073709551615,"e":1e300,"small":5e-324,"zero":-0.0,"f":0.1}""");
        using (IRecordStore store = Open())
            store.Put("key", put);

        using IRecordStore again = Open();

        Assert.That(again.TryGet("key", out StoredRecord? got), Is.True);
        AssertEqual(got!, put);
    }

    [TestCase("")]
    [TestCase(" ")]
    [TestCase("a\0b")]
    [TestCase("quote \" backslash \\ line\n")]
    [TestCase("日本語 😀")]
    [TestCase("../../etc/passwd")]
    public void Any_text_is_a_key(string key)
    {
        using (IRecordStore store = Open())
        {
            store.Put(key, Record("1"));
            store.Put(key, Record("2"));
            Assert.That(store.Keys, Is.EqualTo(new[] { key }));
        }

        using IRecordStore again = Open();
        Assert.That(again.Keys, Is.EqualTo(new[] { key }));
        Assert.That(Payload(again, key), Is.EqualTo("2"));
        Assert.That(again.Remove(key), Is.True);
        Assert.That(again.Contains(key), Is.False);
    }

    [Test]
    public void A_very_long_key_is_a_key()
    {
        string key = new('k', 100_000);
        using (IRecordStore store = Open())
            store.Put(key, Record("1"));
        using IRecordStore again = Open();

        Assert.That(Payload(again, key), Is.EqualTo("1"));
        Assert.That(again.Contains(key[1..]), Is.False);
    }

    [Test]
    public void Half_a_surrogate_pair_is_refused_as_a_key()
    {
        using IRecordStore store = Open();

        Assert.That(() => store.Put("a\ud800", Record("1")), Throws.ArgumentException);
        Assert.That(store.Count, Is.Zero);
    }

    [TestCase("null")]
    [TestCase("true")]
    [TestCase("\"\"")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("-0.0")]
    [TestCase("1E+2")]
    [TestCase("""{"b":1,"a":{"deep":[[[]]]},"esc":"\n\u0001\"\\"}""")]
    public void Any_value_is_a_payload(string json)
    {
        using (IRecordStore store = Open())
        {
            store.Put("key", Record(json));
            Assert.That(Payload(store, "key"), Is.EqualTo(json));
        }

        using IRecordStore again = Open();
        Assert.That(JsonText(Payload(again, "key")), Is.EqualTo(JsonText(json)));
    }

    [Test]
    public void A_large_payload_is_a_payload()
    {
        string json = "\"" + new string('x', 3_000_000) + "\"";
        using (IRecordStore store = Open())
            store.Put("key", Record(json));
        using IRecordStore again = Open();

        Assert.That(Payload(again, "key"), Is.EqualTo(json));
    }

    [Test]
    public void Putting_again_replaces()
    {
        using IRecordStore store = Open();
        store.Put("key", Record("1", TimeSpan.FromSeconds(1), "One"));
        store.Put("key", Record("2"));

        Assert.That(store.TryGet("key", out StoredRecord? got), Is.True);
        AssertEqual(got!, Record("2"));
        Assert.That(store.Count, Is.EqualTo(1));
    }

    [Test]
    public void What_is_not_there_is_not_found()
    {
        using IRecordStore store = Open();

        Assert.That(store.TryGet("nope", out StoredRecord? record), Is.False);
        Assert.That(record, Is.Null);
        Assert.That(store.Contains("nope"), Is.False);
        Assert.That(store.Remove("nope"), Is.False);
        Assert.That(store.Keys, Is.Empty);
    }

    [Test]
    public void Removed_records_stay_removed()
    {
        using (IRecordStore store = Open())
        {
            store.Put("a", Record("1"));
            store.Put("b", Record("2"));
            Assert.That(store.Remove("a"), Is.True);
            Assert.That(store.Remove("a"), Is.False);
        }

        using IRecordStore again = Open();
        Assert.That(again.Keys, Is.EqualTo(new[] { "b" }));
        Assert.That(again.TryGet("a", out _), Is.False);
    }

    [Test]
    public void Clearing_takes_everything_out()
    {
        using (IRecordStore store = Open())
        {
            store.Put("a", Record("1"));
            store.Flush();
            store.Put("b", Record("2"));
            store.Clear();
            Assert.That(store.Count, Is.Zero);
            store.Put("c", Record("3"));
        }

        using IRecordStore again = Open();
        Assert.That(again.Keys, Is.EqualTo(new[] { "c" }));
    }

    [Test]
    public void Keys_may_be_removed_while_they_are_enumerated()
    {
        using IRecordStore store = Open();
        for (int i = 0; i < 1_200; i++)
            store.Put($"key {i}", Record("1"));

        foreach (string key in store.Keys)
            Assert.That(store.Remove(key), Is.True);

        Assert.That(store.Count, Is.Zero);
    }

    [Test]
    public void Updating_keeps_expiry_and_cast()
    {
        using IRecordStore store = Open();
        if (store is not IUpdatingStore updating)
        {
            Assert.Pass("The store leaves updating to the cache.");
            return;
        }

        store.Put("key", Record("1", TimeSpan.FromMinutes(5), "User"));
        DateTimeOffset later = s_time.AddHours(1);

        Assert.That(updating.TryUpdate("key", "2"u8.ToArray(), later), Is.True);
        Assert.That(updating.TryUpdate("nope", "2"u8.ToArray(), later), Is.False);

        Assert.That(store.TryGet("key", out StoredRecord? got), Is.True);
        AssertEqual(got!, Record("2", TimeSpan.FromMinutes(5), "User") with { Timestamp = later });
        Assert.That(store.Count, Is.EqualTo(1));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void A_batch_is_applied_in_one(bool appended)
    {
        using (IRecordStore store = Open())
        {
            if (store is not IBatchStore)
            {
                Assert.Pass("The store has no batches.");
                return;
            }

            Action<IReadOnlyCollection<KeyValuePair<string, StoredRecord?>>> apply = appended ? store.AppendAll : store.ApplyAll;
            store.Put("gone", Record("0"));
            store.Put("old", Record("0"));
            apply([new("a", Record("1")), new("gone", null), new("b", Record("2")), new("never", null), new("old", Record("3"))]);
            Assert.That(() => apply([new("c", Record("3")), new("\ud800", Record("4"))]), Throws.ArgumentException);
        }

        using IRecordStore again = Open();
        Assert.That(again.Keys, Is.EquivalentTo(new[] { "a", "b", "old" }));
        Assert.That((Payload(again, "a"), Payload(again, "b"), Payload(again, "old")), Is.EqualTo(("1", "2", "3")));
    }

    [Test]
    public void Stale_records_are_removed_and_only_those()
    {
        using IRecordStore store = Open();
        if (store is not IPurgingStore purging)
        {
            Assert.Pass("The store leaves purging to the cache.");
            return;
        }

        store.Put("never", Record("1"));
        store.Put("minute", Record("1", TimeSpan.FromMinutes(1)));
        store.Put("hour", Record("1", TimeSpan.FromHours(1)));
        store.Put("at once", Record("1", TimeSpan.Zero));

        Assert.That(purging.RemoveStale(s_time.AddMinutes(2)), Is.EqualTo(2));
        Assert.That(store.Keys, Is.EquivalentTo(new[] { "never", "hour" }));
    }

    [Test]
    public void Lending_shows_what_getting_copies()
    {
        using IRecordStore store = Open();
        if (store is not IPayloadLender lender)
        {
            Assert.Pass("The store lends nothing.");
            return;
        }

        store.Put("key", Record("""{"a":1}""", TimeSpan.FromMinutes(1)));
        var reader = new CollectingVisitor();

        Assert.That(lender.TryRead("key", reader), Is.True);
        Assert.That(lender.TryRead("nope", reader), Is.False);
        Assert.That(reader.Seen, Is.EqualTo(new[] { """{"a":1}""" }));
        Assert.That(reader.Times, Is.EqualTo(new RecordTimes(s_time, TimeSpan.FromMinutes(1))));
    }

    [Test]
    public void Compacting_loses_nothing()
    {
        using (IRecordStore store = Open())
        {
            for (int i = 0; i < 300; i++)
                store.Put($"key {i}", Record($"[{i}]"));
            for (int i = 0; i < 300; i += 2)
                store.Remove($"key {i}");
            if (store is ICompactingStore compacting)
                compacting.Compact();
            Assert.That(Payload(store, "key 7"), Is.EqualTo("[7]"));
        }

        using IRecordStore again = Open();
        Assert.That(again.Count, Is.EqualTo(150));
        Assert.That(Payload(again, "key 299"), Is.EqualTo("[299]"));
    }

    [Test]
    public void Many_threads_may_use_it_at_once()
    {
        using IRecordStore store = Open();

        Parallel.For(0, 16, thread =>
        {
            for (int i = 0; i < 100; i++)
            {
                store.Put($"{thread}:{i}", Record($"[{thread},{i}]"));
                Assert.That(Payload(store, $"{thread}:{i}"), Is.EqualTo($"[{thread},{i}]"));
                if (i % 2 == 0)
                    Assert.That(store.Remove($"{thread}:{i}"), Is.True);
            }
        });

        Assert.That(store.Count, Is.EqualTo(16 * 50));
    }

    [Test]
    public void A_closed_store_says_so()
    {
        IRecordStore store = Open();
        store.Dispose();
        store.Dispose();

        Assert.That(() => store.TryGet("key", out _), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => store.Put("key", Record("1")), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => store.Keys.Count, Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void Files_are_readable_by_the_owner_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("There are no such modes here.");
            return;
        }

        using IRecordStore store = Open();
        store.Put("key", Record("1"));
        store.Flush();

        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        foreach (string file in Directory.EnumerateFiles(Folder.FullPath))
            Assert.That(File.GetUnixFileMode(file) & Others, Is.EqualTo(UnixFileMode.None), file);
    }

    private static StoredRecord Record(string json, TimeSpan? expiry = null, string? cast = null) =>
        new(Encoding.UTF8.GetBytes(json), s_time, expiry ?? Timeout.InfiniteTimeSpan, cast);

    private static string Payload(IRecordStore store, string key)
    {
        Assert.That(store.TryGet(key, out StoredRecord? record), Is.True, key);
        return Encoding.UTF8.GetString(record!.Payload.Span);
    }

    private static string JsonText(string json) => json.Replace(" ", "", StringComparison.Ordinal);

    private static void AssertEqual(StoredRecord got, StoredRecord put)
    {
        Assert.That(Encoding.UTF8.GetString(got.Payload.Span), Is.EqualTo(Encoding.UTF8.GetString(put.Payload.Span)));
        Assert.That(got.Times, Is.EqualTo(put.Times));
        Assert.That(got.CastName, Is.EqualTo(put.CastName));
    }

    private IRecordStore Open() => RecordStores.Open(FilePath);

    private sealed class CollectingVisitor : PayloadVisitor
    {
        public List<string> Seen { get; } = [];

        public RecordTimes Times { get; private set; }

        public override void Visit(ReadOnlySpan<byte> payload, RecordTimes times)
        {
            Seen.Add(Encoding.UTF8.GetString(payload));
            Times = times;
        }
    }
}
