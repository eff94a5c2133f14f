using System.Globalization;
using System.Text;
using System.Text.Json;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

[ApiModel(Validate = true)]
public partial record Moment(
    [Timestamp, Alias("t")] DateTimeOffset? Seconds = null,
    [Timestamp(Unit = TimestampUnit.Milliseconds), Alias("ms")] DateTimeOffset? Milliseconds = null);

[ApiModel(Validate = true)]
public partial class Moments
{
    [Timestamp(Unit = TimestampUnit.Microseconds)]
    public DateTimeOffset Micro { get; set; }

    [Timestamp(Unit = TimestampUnit.Nanoseconds)]
    public DateTime Nano { get; set; }

    [Timestamp]
    public DateOnly Day { get; set; }

    [Timestamp]
    public TimeOnly? Time { get; set; }

    [Timestamp(TimeZone = "Europe/Berlin")]
    public DateTimeOffset Local { get; set; }

    [Timestamp("dd.MM.yyyy HH:mm", TimeZone = "Europe/Berlin")]
    public DateTimeOffset? Formatted { get; set; }

    [Timestamp]
    public List<DateTimeOffset> Many { get; set; } = [];
}

public sealed class TimestampTests
{
    private static IEnumerable<TestCaseData> Vectors()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(TestContext.CurrentContext.TestDirectory, "Vectors", "timestamps.json")));
        foreach (JsonElement c in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            JsonElement expect = c.GetProperty("expect");
            string? iso = expect.TryGetProperty("iso", out JsonElement i) ? i.GetString() : null;
            bool isNull = expect.TryGetProperty("null", out _);
            string raw = c.GetProperty("raw").GetRawText(), unit = c.GetProperty("unit").GetString()!;
            yield return new TestCaseData(raw, unit == "ms", iso, isNull).SetArgDisplayNames(raw, unit);
        }
    }

    [TestCaseSource(nameof(Vectors))]
    public void Reads_what_the_python_original_reads(string raw, bool isMilliseconds, string? iso, bool isNull)
    {
        byte[] payload = Encoding.UTF8.GetBytes($$"""{"{{(isMilliseconds ? "ms" : "t")}}":{{raw}}}""");
        if (iso is null && !isNull)
        {
            Assert.That(Moment.Check(payload.AsSpan()).Single().Expected, Does.StartWith("timestamp"));
            return;
        }

        Moment moment = Moment.FromJson(payload);
        DateTimeOffset? read = isMilliseconds ? moment.Milliseconds : moment.Seconds;
        // The vectors are cut to microseconds.
        string? text = read?.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);
        Assert.That(text, Is.EqualTo(iso));
    }

    [Test]
    public void Reads_every_unit_type_zone_and_format()
    {
        Moments m = Moments.FromJson("""
            {"micro": 1713000000123456, "nano": "1713000000123456789", "day": "2026-04-19T23:30:00-07:00", "time": "2026-04-19T23:30:00-07:00",
             "local": "2026-07-01T12:00:00", "formatted": "24.12.2026 18:00", "many": [0, "1970-01-02"]}
            """);
        Assert.Multiple(() =>
        {
            Assert.That(m.Micro, Is.EqualTo(DateTimeOffset.UnixEpoch.AddTicks(17130000001234560)));
            Assert.That(m.Nano, Is.EqualTo(DateTime.UnixEpoch.AddTicks(17130000001234567)));
            Assert.That(m.Nano.Kind, Is.EqualTo(DateTimeKind.Utc));
            Assert.That(m.Day, Is.EqualTo(new DateOnly(2026, 4, 19)));
            Assert.That(m.Time, Is.EqualTo(new TimeOnly(23, 30)));
            Assert.That(m.Local, Is.EqualTo(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.FromHours(2))));
            Assert.That(m.Local.Offset, Is.EqualTo(TimeSpan.FromHours(2)));
            Assert.That(m.Formatted, Is.EqualTo(new DateTimeOffset(2026, 12, 24, 18, 0, 0, TimeSpan.FromHours(1))));
            Assert.That(m.Many, Is.EqualTo(new[] { DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1) }));
        });
    }

    [TestCase("""{"t":1713000000}""", """{"t":1713086400}""")]
    [TestCase("""{"t":"1713000000"}""", """{"t":"1713086400"}""")]
    [TestCase("""{"t":"2024-04-13T09:20:00Z"}""", """{"t":"2024-04-14T09:20:00Z"}""")]
    public void A_changed_time_is_written_in_the_form_that_it_had(string before, string after)
    {
        Moment moment = Moment.FromJson(before);
        Moment changed = moment with { Seconds = moment.Seconds!.Value.AddDays(1) };
        Assert.That(Encoding.UTF8.GetString(changed.ToJson().Span), Is.EqualTo(after));
    }

    [Test]
    public void An_unchanged_time_keeps_its_text()
    {
        Moment moment = Moment.FromJson("""{"t":"20240413T092000.0Z","ms":5}""");
        Moment changed = moment with { Milliseconds = DateTimeOffset.UnixEpoch };
        Assert.That(Encoding.UTF8.GetString(changed.ToJson().Span), Is.EqualTo("""{"t":"20240413T092000.0Z","ms":0}"""));
    }
}
