using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PyperCache.Models.Timestamps;

/// <summary>The rules of one <see cref="TimestampAttribute"/>.</summary>
internal sealed class TimestampFormat
{
    private const string RoundTrip = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";
    private readonly long _ticksPerUnit;
    private readonly long _unitsPerTick;
    private readonly long _mostUnits;
    private readonly string? _format;
    private readonly TimeZoneInfo? _zone;

    public TimestampFormat(TimestampUnit unit, string? format, string? timeZone)
    {
        (_ticksPerUnit, _unitsPerTick) = unit switch
        {
            TimestampUnit.Seconds => (TimeSpan.TicksPerSecond, 1L),
            TimestampUnit.Milliseconds => (TimeSpan.TicksPerMillisecond, 1),
            TimestampUnit.Microseconds => (TimeSpan.TicksPerMicrosecond, 1),
            TimestampUnit.Nanoseconds => (1, TimeSpan.NanosecondsPerTick),
            _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a unit of time."),
        };
        _mostUnits = DateTimeOffset.MaxValue.Ticks / _ticksPerUnit;
        _format = format;
        _zone = timeZone is null ? null : TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        Expected = format is null ? "timestamp" : $"timestamp as {format}";
    }

    public string Expected { get; }

    /// <summary>Whether numbers are read.</summary>
    public bool TakesNumbers => _format is null;

    /// <summary>The instant that lies a number of units after 1970, in 64 bits; false where that takes more care.</summary>
    public bool TryFromUnits(long units, out DateTimeOffset value)
    {
        value = default;
        if (units < 0 || units > _mostUnits)
            return false;
        long since = units * _ticksPerUnit;
        if (_unitsPerTick != 1)
            since /= _unitsPerTick;
        if (since > DateTimeOffset.MaxValue.Ticks - DateTimeOffset.UnixEpoch.Ticks)
            return false;
        value = new DateTimeOffset(since + DateTimeOffset.UnixEpoch.Ticks, TimeSpan.Zero);
        return true;
    }

    /// <summary>Reads a text or the raw text of a number.</summary>
    public bool TryParse(ReadOnlySpan<byte> text, JsonValueKind kind, out DateTimeOffset value)
    {
        if (_format is not null)
        {
            value = default;
            return kind == JsonValueKind.String && TryParseFormat(Encoding.UTF8.GetString(text), out value);
        }

        if (kind == JsonValueKind.String)
            text = text.Trim((byte)' ');
        if (TryUnixTime(text, out value))
            return true;
        return kind == JsonValueKind.String && Iso8601.TryParse(text, out DateTime local, out TimeSpan? offset) && TryAttach(local, offset, out value);
    }

    /// <summary>Writes the value as the text that it replaces was written: a number in the unit, the format, or ISO 8601.</summary>
    public void Write(Utf8JsonWriter writer, DateTimeOffset value, ReadOnlySpan<byte> like)
    {
        if (_format is not null)
        {
            writer.WriteStringValue(value.ToString(_format, CultureInfo.InvariantCulture));
            return;
        }

        bool quoted = like.Length > 2 && like[0] == '"';
        ReadOnlySpan<byte> text = quoted ? like[1..^1] : like;
        if (text.IsEmpty || !TryUnixTime(text.Trim((byte)' '), out _))
            writer.WriteStringValue(value.ToString(value.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : RoundTrip, CultureInfo.InvariantCulture));
        else if (quoted)
            writer.WriteStringValue(UnixTime(value));
        else
            writer.WriteRawValue(UnixTime(value), skipInputValidation: true);
    }

    private string UnixTime(DateTimeOffset value)
    {
        long ticks = value.UtcTicks - DateTimeOffset.UnixEpoch.Ticks;
        if (_unitsPerTick > 1)
            return ((Int128)ticks * _unitsPerTick).ToString(CultureInfo.InvariantCulture);
        return ((decimal)ticks / _ticksPerUnit).ToString("0.#######", CultureInfo.InvariantCulture);
    }

    private bool TryUnixTime(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (text.IsEmpty || (!char.IsAsciiDigit((char)text[0]) && text[0] != '-'))
            return false;
        decimal ticks;
        if (Utf8Parser.TryParse(text, out long whole, out int used) && used == text.Length)
        {
            if (TryFromUnits(whole, out value))
                return true;
            ticks = (decimal)whole * _ticksPerUnit / _unitsPerTick;
        }
        else if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal units) && Math.Abs(units) < 1e20m)
            ticks = units * _ticksPerUnit / _unitsPerTick;
        else
            return false;
        ticks = decimal.Truncate(ticks) + DateTimeOffset.UnixEpoch.Ticks;
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.Ticks)
            return false;
        value = new DateTimeOffset((long)ticks, TimeSpan.Zero);
        return true;
    }

    private bool TryParseFormat(string text, out DateTimeOffset value)
    {
        value = default;
        // A parse that leaves the kind unspecified tells a text without an offset from one with an offset.
        if (!DateTime.TryParseExact(text, _format, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime local))
            return false;
        return local.Kind == DateTimeKind.Unspecified
            ? TryAttach(local, offset: null, out value)
            : DateTimeOffset.TryParseExact(text, _format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out value);
    }

    private bool TryAttach(DateTime local, TimeSpan? offset, out DateTimeOffset value)
    {
        value = default;
        TimeSpan actual = offset ?? _zone?.GetUtcOffset(local) ?? TimeSpan.Zero;
        long utc = local.Ticks - actual.Ticks;
        if (utc < 0 || utc > DateTimeOffset.MaxValue.Ticks)
            return false;
        value = new DateTimeOffset(local.Ticks, actual);
        return true;
    }
}
