using System.Text.Json;
using LiteDB;
using PyperCache.Benchmarks.Hydrate.Stj;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace PyperCache.Benchmarks.Cache;

/// <summary>LiteDB, as a store of bytes by key.</summary>
internal sealed class LiteDbCache : IContestant
{
    private readonly LiteDatabase _database;
    private readonly ILiteCollection<BsonDocument> _records;

    public LiteDbCache(string path)
    {
        _database = new LiteDatabase(path);
        _records = _database.GetCollection("records");
    }

    public string Name => "LiteDB";

    public IEnumerable<(string Name, Func<string, object?> Get)> TypedGets => [(Name + " + STJ", GetTyped)];

    public void Store(string key, byte[] payload) => _records.Upsert(Record(key, payload));

    public object Get(string key) => _records.FindById(key)["data"].AsBinary;

    public void Fill(Workload workload) =>
        _records.InsertBulk(workload.Keys.Select((key, i) => Record(key, workload.Payload(i))), batchSize: 5_000);

    public void Dispose() => _database.Dispose();

    private static BsonDocument Record(string key, byte[] payload) => new() { ["_id"] = key, ["data"] = payload, ["timestamp"] = DateTime.UtcNow };

    private List<CommentDto>? GetTyped(string key) =>
        JsonSerializer.Deserialize(_records.FindById(key)["data"].AsBinary, CamelContext.Default.ListCommentDto);
}
