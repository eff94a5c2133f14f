using System.Globalization;
using PyperCache.Core.Tests.Architecture;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Docs;

/// <summary>The tables of docs/validation.md are true.</summary>
public sealed class ValidationDocsTests
{
    private const string Mismatch = "mismatch";

    private static readonly string[] s_lines = File.ReadAllLines(Path.Combine(SourceTree.Root, "docs", "validation.md"));

    [TestCaseSource(nameof(Conversions))]
    public void A_value_converts_as_the_table_says(string payload, string type, string result)
    {
        string actual = type switch
        {
            "int" => Convert<int>(payload),
            "long" => Convert<long>(payload),
            "double" => Convert<double>(payload),
            "decimal" => Convert<decimal>(payload),
            "bool" => Convert<bool>(payload),
            "string" => Convert<string>(payload),
            _ => throw new ArgumentException(type),
        };
        Assert.That(actual, Is.EqualTo(result));
    }

    [TestCaseSource(nameof(Texts))]
    public void A_text_is_read_or_refused_as_the_table_says(string type, string read, string refused)
    {
        Func<string, string> convert = type switch
        {
            "Guid" => Convert<Guid>,
            "Uri" => Convert<Uri>,
            "char" => Convert<char>,
            "byte[]" => Convert<byte[]>,
            "DateTimeOffset" => Convert<DateTimeOffset>,
            "DateOnly" => Convert<DateOnly>,
            "TimeOnly" => Convert<TimeOnly>,
            "TimeSpan" => Convert<TimeSpan>,
            _ => throw new ArgumentException(type),
        };
        using (Assert.EnterMultipleScope())
        {
            Assert.That(convert(read), Is.Not.EqualTo(Mismatch));
            Assert.That(convert(refused), Is.EqualTo(Mismatch));
        }
    }

    private static string Convert<T>(string payload)
    {
        try
        {
            return System.Convert.ToString(ApiModel.FromJson<T>(payload), CultureInfo.InvariantCulture)!;
        }
        catch (ApiModelValidationException)
        {
            return Mismatch;
        }
    }

    private static IEnumerable<TestCaseData> Conversions()
    {
        string[][] table = [.. Table("| payload |")];
        string[] types = [.. table[0].Skip(1).Select(static cell => cell.Trim('`'))];
        return table.Skip(2).SelectMany(row => types.Select((type, i) => new TestCaseData(row[0].Trim('`'), type, row[i + 1])));
    }

    private static IEnumerable<TestCaseData> Texts() =>
        Table("| type |").Skip(2).Select(static row => new TestCaseData([.. row.Select(static cell => cell.Trim('`'))]));

    /// <summary>The rows of the table that begins so, its head and the line below it included.</summary>
    private static IEnumerable<string[]> Table(string beginning) => s_lines
        .SkipWhile(line => !line.StartsWith(beginning, StringComparison.Ordinal))
        .TakeWhile(static line => line.StartsWith('|'))
        .Select(static line => line.Trim('|').Split('|').Select(static cell => cell.Trim()).ToArray());
}
