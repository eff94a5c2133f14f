using System.Diagnostics.CodeAnalysis;

namespace PyperCache.Models;

/// <summary>Makes a partial class, record or (readonly) record struct a model: the generator writes its hydrator, validator and <c>AsDict</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ApiModelAttribute : Attribute
{
    /// <summary>Whether a value that does not fit its member makes hydration throw <see cref="ApiModelValidationException"/>. Off, the member keeps its initializer or default.</summary>
    public bool Validate { get; set; }

    /// <summary>Whether a missing key is an error, for every member that has no initializer or default and is no <see cref="Optional{T}"/>.</summary>
    public bool Strict { get; set; }

    /// <summary>How raw keys are made from member names where no <see cref="AliasAttribute"/> names them. Default: the assembly's <see cref="ApiModelDefaultsAttribute"/>, else <see cref="KeyNaming.CamelCase"/>.</summary>
    public KeyNaming Naming { get; set; }

    /// <summary>Whether the payload is kept beside the values, so that unknown keys and unchanged texts come back from <c>AsDict</c> and <c>ToJson</c>. Default: true.</summary>
    public bool KeepRaw { get; set; } = true;

    /// <summary>The name under which caches remember the model as a cast. Null: the full name of the type.</summary>
    public string? Name { get; set; }
}

/// <summary>Defaults for every <see cref="ApiModelAttribute"/> of the assembly.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ApiModelDefaultsAttribute : Attribute
{
    /// <inheritdoc cref="ApiModelAttribute.Naming"/>
    public KeyNaming Naming { get; set; }
}

/// <summary>How a raw key is made from a member name.</summary>
public enum KeyNaming
{
    /// <summary>The default: what the assembly says, else <see cref="CamelCase"/>.</summary>
    Unspecified,

    /// <summary><c>UserId</c> is read from <c>userId</c>.</summary>
    CamelCase,

    /// <summary><c>UserId</c> is read from <c>user_id</c>.</summary>
    SnakeCaseLower,

    /// <summary><c>UserId</c> is read from <c>USER_ID</c>.</summary>
    SnakeCaseUpper,

    /// <summary><c>UserId</c> is read from <c>user-id</c>.</summary>
    KebabCaseLower,

    /// <summary><c>UserId</c> is read from <c>USER-ID</c>.</summary>
    KebabCaseUpper,

    /// <summary>The member name as it stands.</summary>
    Exact,
}

/// <summary>Names the raw key, path or selector that a member is read from.</summary>
/// <param name="keys">Tried in order; the first that exists in the payload is taken. A text that is a selector is one (dots are paths); any other text is a literal key.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class AliasAttribute([StringSyntax("PyperSelector")] params string[] keys) : Attribute
{
    /// <summary>The keys, in the order in which they are tried.</summary>
    public IReadOnlyList<string> Keys { get; } = keys;
}

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

/// <summary>The unit of a Unix time.</summary>
public enum TimestampUnit
{
    /// <summary>Seconds; fractions are allowed.</summary>
    Seconds,

    /// <summary>Milliseconds.</summary>
    Milliseconds,

    /// <summary>Microseconds.</summary>
    Microseconds,

    /// <summary>Nanoseconds; what is finer than 100 ns is cut off.</summary>
    Nanoseconds,
}

/// <summary>Reads a list member from an object of parallel arrays: one row per index. An array of objects is taken as rows already.</summary>
/// <param name="required">The raw keys of the columns that must be there.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class ColumnsAttribute(params string[] required) : Attribute
{
    /// <summary>The raw keys of the columns that must be there.</summary>
    public IReadOnlyList<string> Required { get; } = required;
}

/// <summary>On a <see cref="Lazy{T}"/> member: the slice is not even validated before <see cref="Lazy{T}.Value"/> is asked for.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class ShallowAttribute : Attribute;
