using System.Globalization;
using System.Text;
using System.Text.Json;
using PyperCache.Core.Tests.Models;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Json.Differential;

/// <summary>Random columns, most of them damaged: which way they are read makes no difference, and nothing malformed becomes rows.</summary>
public sealed class ColumnRowsTests
{
    private const int PerSeed = 12_000;
    private const string Malformed = "malformed";

    [Test]
    public void Rows_are_the_same_whether_they_are_read_by_column_or_by_row([Range(1, 4)] int seed)
    {
        Random random = new(seed);
        int read = 0;
        for (int i = 0; i < PerSeed; i++)
        {
            (byte[] json, bool isRepeated) = Document(random);
            bool isWellFormed = Reference.Accepts(json);
            string byColumn = Outcome(() => Describe(GaugeObjects.FromJson(json).Rows.Select(static r => (r.Id, r.Level, r.Place, r.Count))));
            string positional = Outcome(() => Describe(Gauges.FromJson(json).Rows.Select(static r => (r.Id, r.Level, r.Place, r.Count))));
            string byRow = Outcome(() => Describe(GaugesByRow.FromJson(json).Rows.Select(static r => (r.Id, r.Level, r.Place, r.Count))));
            string loose = Outcome(() => Describe((LooseGaugeObjects.FromJson(json).Rows.Value ?? []).Select(static r => (r.Id, r.Level, r.Place, r.Count))));
            string looseByRow = Outcome(() => Describe(LooseGaugesByRow.FromJson(json).Rows.Select(static r => (r.Id, r.Level, r.Place, r.Count))));
            string text = Encoding.UTF8.GetString(json);
            if (isWellFormed)
            {
                Assert.That(byRow, Is.Not.EqualTo(Malformed), text);
                Assert.That(byColumn, Is.EqualTo(byRow), text);
                Assert.That(positional, Is.EqualTo(byRow), text);
                Assert.That(loose, Is.EqualTo(looseByRow), text);
            }
            else if (!isRepeated)
            {
                // Columns that make no rows are not read to their ends, where there may be more that is wrong.
                Assert.That(new[] { byColumn, positional, byRow }, Has.None.StartsWith("rows"), text);
            }

            read += byColumn.StartsWith("rows", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.That(read, Is.InRange(PerSeed / 10, PerSeed / 10 * 9), "a good share of both kinds");
    }

    private static string Outcome(Func<string> hydrate)
    {
        try
        {
            return hydrate();
        }
        catch (ApiModelValidationException e)
        {
            return "errors " + string.Join(' ', e.Errors.Select(static e => $"{e.Path} {e.Found}"));
        }
        catch (JsonException)
        {
            return Malformed;
        }
    }

    private static string Describe(IEnumerable<(int Id, double? Level, string Place, long Count)> rows) =>
        "rows " + string.Join(' ', rows.Select(static r => string.Create(CultureInfo.InvariantCulture, $"{r.Id}/{r.Level:R}/{r.Place}/{r.Count}")));

    /// <summary>Columns in any order, seldom of different lengths, seldom with a value that does not fit, and then damaged or not.</summary>
    /// <returns>The document, and whether a key comes twice, of which the first column is not read.</returns>
    private static (byte[] Json, bool IsRepeated) Document(Random random)
    {
        int count = random.Next(8) == 0 ? random.Next(120, 270) : random.Next(12);
        (string Name, Func<string> Value)[] columns =
        [
            ("id", () => Number(random, 0)), ("level", () => random.Next(4) == 0 ? "null" : Number(random, 3)), ("count", () => Number(random, 0)),
            ("place", () => random.Next(3) == 0 ? "\"a, ]\\\"\\u00e9\"" : "\"here\""),
        ];
        random.Shuffle(columns);
        StringBuilder json = new("{\"rows\":{");
        bool isRepeated = random.Next(30) == 0;
        int kept = random.Next(columns.Length + 2);
        for (int c = 0; c < columns.Length && c <= kept; c++)
        {
            int length = random.Next(30) == 0 ? random.Next(count + 2) : count;
            string[] values = [.. Enumerable.Range(0, length).Select(_ => columns[c].Value())];
            if (length > 0 && random.Next(6) == 0)
                values[random.Next(length)] = Odd(random);
            string name = isRepeated && c == 1 ? columns[0].Name : columns[c].Name;
            json.Append(c > 0 ? "," : "").Append(CultureInfo.InvariantCulture, $"\"{name}\":[{string.Join(random.Next(4) == 0 ? " ,\n" : ",", values)}]");
        }

        byte[] bytes = Encoding.UTF8.GetBytes(json.Append("}}").ToString());
        return (random.Next(2) == 0 ? bytes : Damage(random, bytes), isRepeated);
    }

    private static string Number(Random random, int digits) =>
        (random.Next(-100_000, 100_000) / Math.Pow(10, random.Next(digits + 1))).ToString("R", CultureInfo.InvariantCulture);

    private static string Odd(Random random) => random.Next(9) switch
    {
        0 => "[1,2]", 1 => "{\"id\":[3]}", 2 => "\"7\"", 3 => "true", 4 => "null", 5 => "1e2", 6 => "5.0", 7 => "99999999999999999999", _ => "01",
    };

    private static byte[] Damage(Random random, byte[] json)
    {
        List<byte> bytes = [.. json];
        int at = random.Next(bytes.Count);

        // A key that is not known any more would have a value that nobody reads.
        while (!"[]{},-.0123456789"u8.Contains(bytes[at]))
            at = random.Next(bytes.Count);
        switch (random.Next(4))
        {
            case 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 1:
                bytes.RemoveAt(at);
                break;
            case 2:
                bytes.Insert(at, "[]{},:\"- 0.e\\"u8[random.Next(13)]);
                break;
            default:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
        }

        return [.. bytes];
    }
}
