using System.Diagnostics.CodeAnalysis;

namespace PyperCache.Models;

/// <summary>Reads a member from a Unix time, an ISO 8601 text or a text in a given format.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class TimestampAttribute : Attribute
{
    /// <summary>Accepts numbers and numeric texts as Unix time in <see cref="Unit"/>, and ISO 8601 texts.</summary>
    public TimestampAttribute()
    {
    }

    /// <summary>Accepts texts in one .NET date and time format only.</summary>
    /// <param name="format">A custom format of .NET, as in <see cref="DateTimeOffset.ParseExact(string, string, IFormatProvider)"/>; read with the invariant culture.</param>
    public TimestampAttribute([StringSyntax(StringSyntaxAttribute.DateTimeFormat)] string format) => Format = format;

    /// <summary>The only format that is read, or null for Unix time and ISO 8601.</summary>
    public string? Format { get; }

    /// <summary>What a number counts since 1970-01-01T00:00:00Z. Default: seconds.</summary>
    public TimestampUnit Unit { get; set; }

    /// <summary>The IANA id of the zone in which a text without an offset is read. Null: UTC.</summary>
    public string? TimeZone { get; set; }
}
