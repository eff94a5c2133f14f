namespace PyperCache.Core.Tests.Storage;

[TestFixture(".db")]
[TestFixture(".json")]
[TestFixture(".pkl")]
[TestFixture(".manifest")]
public sealed class RecordStoreContractTests(string extension) : RecordStoreContract(extension);
