namespace PyperCache.Storage;

[TestFixture(".db")]
public sealed class RecordStoreContractTests(string extension) : RecordStoreContract(extension);
