namespace PyperCache.Storage;

[TestFixture(".db")]
[TestFixture(".json")]
public sealed class RecordStoreContractTests(string extension) : RecordStoreContract(extension);
