using System.Text;

namespace PyperCache.Core.Tests.Json.Differential;

[TestFixture]
internal sealed class DifferentialTests
{
    private const int PerSeed = 42_000;

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    public void Every_document_is_accepted_and_read_as_Utf8JsonReader_does_or_refused_as_it_does(int seed)
    {
        var documents = new RandomDocuments(seed);
        using var memory = new GuardedMemory(1 << 16);
        int accepted = 0;
        for (int i = 0; i < PerSeed; i++)
        {
            byte[] json = documents.Next();
            if (json.Length > memory.Capacity)
                continue;
            string? difference = Comparison.FindDifference(memory.Place(json, atEnd: i % 2 == 0), json);
            Assert.That(difference, Is.Null, () => $"document {i}: {Encoding.UTF8.GetString(json)}");
            accepted += Reference.Accepts(json) ? 1 : 0;
        }

        Assert.That(accepted, Is.InRange(PerSeed / 10, PerSeed / 10 * 9), "a good share of both kinds");
    }
}
