using System.Globalization;

namespace PyperCache.Models.Timestamps;

/// <summary>Reads ISO 8601 dates and times: calendar and week dates, basic and extended forms, any part of the time left off at its end.</summary>
internal static class Iso8601
{
    private const int FractionDigits = 7;

    /// <summary>Reads a text. What is finer than 100 ns is cut off.</summary>
    /// <param name="text">UTF-8, without white space around it.</param>
    /// <param name="local">The date and time as written.</param>
    /// <param name="offset">The offset from UTC as written; null when there is none.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out DateTime local, out TimeSpan? offset)
    {
        offset = null;
        Digits digits = new(text);
        if (!TryDate(ref digits, out local))
            return false;
        if (digits.AtEnd)
            return true;
        if (!digits.TakeAny((byte)'T', (byte)'t', (byte)' ') || !TryTime(ref digits, out TimeSpan time))
            return false;
        // 24:00 is the end of the day, which is the beginning of the next.
        if (time.Days > 0 && local.Date == DateTime.MaxValue.Date)
            return false;
        local += time;
        return TryOffset(ref digits, out offset) && digits.AtEnd;
    }

    private static bool TryDate(ref Digits digits, out DateTime date)
    {
        date = default;
        if (!digits.Take(4, out int year) || year == 0)
            return false;
        bool extended = digits.TakeAny((byte)'-');
        if (digits.TakeAny((byte)'W'))
            return TryWeekDate(ref digits, year, extended, out date);
        if (!digits.Take(2, out int month) || month is < 1 or > 12 || (extended && !digits.TakeAny((byte)'-')) || !digits.Take(2, out int day)
            || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        return true;
    }

    private static bool TryWeekDate(ref Digits digits, int year, bool extended, out DateTime date)
    {
        date = default;
        if (!digits.Take(2, out int week) || week < 1 || week > ISOWeek.GetWeeksInYear(year))
            return false;
        int day = 1;
        if (!digits.AtEnd && digits.Current != 'T' && ((extended && !digits.TakeAny((byte)'-')) || !digits.Take(1, out day) || day is < 1 or > 7))
            return false;
        if (year == 9999 && week == ISOWeek.GetWeeksInYear(year))
            return false;
        date = ISOWeek.ToDateTime(year, week, (DayOfWeek)(day % 7));
        return true;
    }

    private static bool TryTime(ref Digits digits, out TimeSpan time)
    {
        time = default;
        int minute = 0, second = 0;
        long fraction = 0;
        if (!digits.Take(2, out int hour))
            return false;
        bool extended = digits.TakeAny((byte)':');
        if (extended || digits.AtDigit)
        {
            if (!digits.Take(2, out minute))
                return false;
            if (extended ? digits.TakeAny((byte)':') : digits.AtDigit)
            {
                if (!digits.Take(2, out second) || (digits.TakeAny((byte)'.', (byte)',') && !digits.TakeFraction(FractionDigits, out fraction)))
                    return false;
            }
        }

        time = new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(fraction);
        return minute < 60 && second < 60 && (hour < 24 || time == TimeSpan.FromDays(1));
    }

    private static bool TryOffset(ref Digits digits, out TimeSpan? offset)
    {
        offset = null;
        digits.TakeAny((byte)' ');
        if (digits.AtEnd)
            return true;
        if (digits.TakeAny((byte)'Z', (byte)'z'))
        {
            offset = TimeSpan.Zero;
            return true;
        }

        bool negative = digits.Current == '-';
        if (!digits.TakeAny((byte)'+', (byte)'-') || !digits.Take(2, out int hours))
            return false;
        int minutes = 0;
        if ((digits.TakeAny((byte)':') || digits.AtDigit) && !digits.Take(2, out minutes))
            return false;
        TimeSpan size = new(hours, minutes, 0);
        offset = negative ? -size : size;
        // DateTimeOffset holds no more.
        return minutes < 60 && size <= TimeSpan.FromHours(14);
    }

    /// <summary>A place in a text of digits and separators.</summary>
    private ref struct Digits(ReadOnlySpan<byte> text)
    {
        private ReadOnlySpan<byte> _rest = text;

        public readonly bool AtEnd => _rest.IsEmpty;

        public readonly byte Current => _rest.IsEmpty ? (byte)0 : _rest[0];

        public readonly bool AtDigit => char.IsAsciiDigit((char)Current);

        public bool TakeAny(byte a, byte b = 0, byte c = 0)
        {
            if (_rest.IsEmpty || (Current != a && Current != b && Current != c))
                return false;
            _rest = _rest[1..];
            return true;
        }

        public bool Take(int count, out int value)
        {
            value = 0;
            if (_rest.Length < count)
                return false;
            for (int i = 0; i < count; i++)
            {
                if (!char.IsAsciiDigit((char)_rest[i]))
                    return false;
                value = (value * 10) + (_rest[i] - '0');
            }

            _rest = _rest[count..];
            return true;
        }

        /// <summary>Reads at least one digit; <paramref name="value"/> is the fraction in units of the last kept digit.</summary>
        public bool TakeFraction(int kept, out long value)
        {
            value = 0;
            int count = 0;
            for (; AtDigit; count++)
            {
                if (count < kept)
                    value = (value * 10) + (Current - '0');
                _rest = _rest[1..];
            }

            for (int i = count; i < kept; i++)
                value *= 10;
            return count > 0;
        }
    }
}
