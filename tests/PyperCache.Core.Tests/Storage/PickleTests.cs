using System.Text;
using PyperCache.Storage;

namespace PyperCache.Core.Tests.Storage;

/// <summary>Pickles of every protocol, and those that mean harm.</summary>
public sealed class PickleTests : FolderFixture
{
    private string FilePath => Folder.Path("cache.pkl");

    // pickle.dumps({"k": {"cast": None, "expiry": 60, "timestamp": 1.5, "data": {"a": [1, True, "é", -7, 2.5, 10**20], "b": (None, False)}}}, protocol)
    [TestCase(0, "KGRwMApWawpwMQooZHAyClZjYXN0CnAzCk5zVmV4cGlyeQpwNApJNjAKc1Z0aW1lc3RhbXAKcDUKRjEuNQpzVmRhdGEKcDYKKGRwNwpWYQpwOAoobHA5CkkxCmFJMDEKYVbpCnAxMAphSS03CmFGMi41CmFMMTAwMDAwMDAwMDAwMDAwMDAwMDAwTAphc1ZiCnAxMQooTkkwMAp0cDEyCnNzcy4=")]
    [TestCase(1, "fXEAWAEAAABrcQF9cQIoWAQAAABjYXN0cQNOWAYAAABleHBpcnlxBEs8WAkAAAB0aW1lc3RhbXBxBUc/+AAAAAAAAFgEAAAAZGF0YXEGfXEHKFgBAAAAYXEIXXEJKEsBSTAxClgCAAAAw6lxCkr5////R0AEAAAAAAAATDEwMDAwMDAwMDAwMDAwMDAwMDAwMEwKZVgBAAAAYnELKE5JMDAKdHEMdXVzLg==")]
    [TestCase(2, "gAJ9cQBYAQAAAGtxAX1xAihYBAAAAGNhc3RxA05YBgAAAGV4cGlyeXEESzxYCQAAAHRpbWVzdGFtcHEFRz/4AAAAAAAAWAQAAABkYXRhcQZ9cQcoWAEAAABhcQhdcQkoSwGIWAIAAADDqXEKSvn///9HQAQAAAAAAACKCQAAEGMtXsdrBWVYAQAAAGJxC06JhnEMdXVzLg==")]
    [TestCase(5, "gAWVcAAAAAAAAAB9lIwBa5R9lCiMBGNhc3SUTowGZXhwaXJ5lEs8jAl0aW1lc3RhbXCURz/4AAAAAAAAjARkYXRhlH2UKIwBYZRdlChLAYiMAsOplEr5////R0AEAAAAAAAAigkAABBjLV7HawVljAFilE6JhpR1dXMu")]
    public void Every_protocol_is_read(int protocol, string base64)
    {
        File.WriteAllBytes(FilePath, Convert.FromBase64String(base64));

        using var cache = new Cache(FilePath);
        CacheRecord record = cache.Get("k");

        Assert.That(
            Encoding.UTF8.GetString(record.Payload.Span),
            Is.EqualTo("""{"a":[1,true,"é",-7,2.5,100000000000000000000],"b":[null,false]}"""), $"protocol {protocol}");
        Assert.That(record.Expiry, Is.EqualTo(TimeSpan.FromSeconds(60)));
        Assert.That(record.Timestamp, Is.EqualTo(DateTimeOffset.UnixEpoch.AddSeconds(1.5)));
    }

    [TestCase("cos\nsystem\n(S'echo hi'\ntR.", "Global")]
    [TestCase("(ios\nsystem\n.", "Inst")]
    [TestCase("(cos\nsystem\no.", "Global")]
    [TestCase("\u0080\u0004\u008c\u0002os\u008c\u0006system\u0093.", "StackGlobal")]
    [TestCase("}R.", "Reduce")]
    [TestCase("}}b.", "Build")]
    [TestCase("}(\u0081.", "NewObj")]
    [TestCase("}(\u0092.", "NewObjEx")]
    [TestCase("\u0082\u0001.", "Ext1")]
    [TestCase("\u0083\u0001\u0000.", "Ext2")]
    [TestCase("\u0084\u0001\u0000\u0000\u0000.", "Ext4")]
    [TestCase("Pid\n.", "PersId")]
    [TestCase("}Q.", "BinPersId")]
    [TestCase("(o.", "Obj")]
    [TestCase("\u0097.", "NextBuffer")]
    [TestCase("}\u0098.", "ReadOnlyBuffer")]
    public void What_names_or_calls_something_is_refused_and_left_alone(string pickle, string opcode)
    {
        byte[] bytes = Encoding.Latin1.GetBytes(pickle);
        File.WriteAllBytes(FilePath, bytes);

        Assert.That(() => new Cache(FilePath), Throws.InstanceOf<StorageException>().With.Message.Contains(opcode).And.Message.Contains(FilePath));
        Assert.That(File.ReadAllBytes(FilePath), Is.EqualTo(bytes));
    }

    [TestCase("X\u00ff\u00ff\u00ff\u00ff")]
    [TestCase("\u008d\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f")]
    [TestCase("\u008e\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff")]
    [TestCase("\u008b\u00ff\u00ff\u00ff\u007f")]
    [TestCase("\u0095\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u00ff\u007f}.")]
    [TestCase("h\u0005.")]
    [TestCase("j\u00ff\u00ff\u00ff\u00ff.")]
    [TestCase("u.")]
    [TestCase("}(Nu.")]
    [TestCase("}((u.")]
    [TestCase("Na.")]
    [TestCase("]N")]
    [TestCase("].")]
    [TestCase("I12")]
    [TestCase("Vno end")]
    [TestCase("\u0080\u0009}.")]
    [TestCase("\u00ff.")]
    [TestCase("0.")]
    [TestCase("1.")]
    public void What_is_damaged_is_set_aside(string pickle)
    {
        File.WriteAllBytes(FilePath, Encoding.Latin1.GetBytes(pickle));

        using (var cache = new Cache(FilePath))
            Assert.That(cache.Count, Is.Zero);

        Assert.That(Directory.EnumerateFiles(Folder.FullPath, "*.unreadable-*").Count(), Is.EqualTo(1));
    }

    [Test]
    public void A_pickle_that_was_cut_off_at_any_byte_is_set_aside()
    {
        byte[] whole = File.ReadAllBytes(PythonFiles.PathOf("pkl/cache.pkl"));
        for (int length = 1; length < whole.Length; length++)
        {
            File.WriteAllBytes(FilePath, whole[..length]);
            using (IRecordStore store = RecordStores.Open(FilePath))
                Assert.That(store.Count, Is.Zero, $"cut off at {length}");
            string aside = Directory.EnumerateFiles(Folder.FullPath, "*.unreadable-*").Single();
            Assert.That(new FileInfo(aside).Length, Is.EqualTo(length));
            File.Delete(aside);
        }
    }

    [Test]
    public void A_list_that_holds_itself_again_and_again_does_not_fill_the_memory()
    {
        // Each list holds the one before it twenty times: 20 to the power of 30 values in 700 bytes.
        var pickle = new StringBuilder("}(Vbomb\n}(Vdata\n]q\0");
        for (int i = 0; i < 30; i++)
            pickle.Append("](").Append('h').Append((char)i).Append(string.Concat(Enumerable.Repeat("h" + (char)i, 19))).Append("eq").Append((char)(i + 1));
        pickle.Append("uVgood\n}Vdata\nI7\nsu.");
        byte[] bytes = Encoding.Latin1.GetBytes(pickle.ToString().Replace("]q\0](", "]q\0(", StringComparison.Ordinal));
        File.WriteAllBytes(FilePath, bytes);

        long before = GC.GetTotalAllocatedBytes();
        try
        {
            using var cache = new Cache(FilePath);
            cache.TryGet("bomb", out _);
        }
        catch (StorageException)
        {
            Assert.Pass("refused");
        }

        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(64L << 20));
    }

    [Test]
    public void Data_that_holds_itself_is_unreadable_and_its_neighbours_are_not()
    {
        File.WriteAllBytes(FilePath, Encoding.Latin1.GetBytes("}(Vself\n}Vdata\n]q\0h\0asVgood\n}Vdata\nI7\nsu."));

        using var cache = new Cache(FilePath);

        Assert.That(cache.TryGet("self", out _), Is.False);
        Assert.That(cache.Get("good").Data.GetInt32(), Is.EqualTo(7));
    }

    [Test]
    public void What_json_cannot_hold_is_unreadable_and_still_there_for_python()
    {
        // {"bytes": {"data": b"x"}, "nan": {"data": nan}, "good": {"data": 7}}
        byte[] pickle = Encoding.Latin1.GetBytes("}(Vbytes\n}Vdata\nC\u0001xsVnan\n}Vdata\nFnan\nsVgood\n}Vdata\nI7\nsu.");
        File.WriteAllBytes(FilePath, pickle);

        using (var cache = new Cache(FilePath))
        {
            Assert.That(cache.TryGet("bytes", out _), Is.False);
            Assert.That(cache.TryGet("nan", out _), Is.False);
            Assert.That(cache.Get("good").Data.GetInt32(), Is.EqualTo(7));
            cache.Store("new", "1");
        }

        Assert.That(Encoding.Latin1.GetString(File.ReadAllBytes(FilePath)), Does.Contain("Vbytes\n}Vdata\nC\u0001xs").And.Contain("Fnan"));
    }

    [Test]
    public void What_is_written_is_protocol_4_without_memo()
    {
        using (var cache = new Cache(FilePath, new CacheOptions { TimeProvider = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.UnixEpoch.AddSeconds(1.5)) }))
            cache.Store("k", """{"a":[1,300,-7,70000,true,null,"é",0.1]}""", expiry: TimeSpan.FromSeconds(60), castName: "User");

        byte[] expected =
        [
            .. "\u0080\u0004}\u008c\u0001k}(\u008c\u0004cast\u008c\u0004User\u008c\u0006expiryK<\u008c\u0009timestampG?\u00f8\0\0\0\0\0\0\u008c\u0004data}(\u008c\u0001a](K\u0001M\u002c\u0001J\u00f9\u00ff\u00ff\u00ffJp\u0011\u0001\0\u0088N"
                .Select(c => (byte)c),
            0x8c, 2, 0xc3, 0xa9,
            (byte)'G', 0x3f, 0xb9, 0x99, 0x99, 0x99, 0x99, 0x99, 0x9a,
            .. "euus."u8,
        ];
        Assert.That(File.ReadAllBytes(FilePath), Is.EqualTo(expected));
    }
}
