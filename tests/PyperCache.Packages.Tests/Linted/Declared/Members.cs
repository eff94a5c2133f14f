#nullable enable

using System.Collections.Immutable;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PyperCache.Models;

namespace Linted;

/// <summary>Every type that a member can have, and every attribute.</summary>
[ApiModel(Validate = true)]
public sealed partial class Scalars
{
    public bool A0 { get; init; }
    public byte A1 { get; init; }
    public sbyte A2 { get; init; }
    public short A3 { get; init; }
    public ushort A4 { get; init; }
    public int A5 { get; init; }
    public uint A6 { get; init; }
    public long A7 { get; init; }
    public ulong A8 { get; init; }
    public Int128 A9 { get; init; }
    public UInt128 A10 { get; init; }
    public Half A11 { get; init; }
    public float A12 { get; init; }
    public double A13 { get; init; }
    public decimal A14 { get; init; }
    public BigInteger A15 { get; init; }
    public char A16 { get; init; }
    public Guid A17 { get; init; }
    public DateTime A18 { get; init; }
    public DateTimeOffset A19 { get; init; }
    public DateOnly A20 { get; init; }
    public TimeOnly A21 { get; init; }
    public TimeSpan A22 { get; init; }
    public DayOfWeek A23 { get; init; }
    public JsonElement A24 { get; init; }
    public string A25 { get; init; } = "";
    public Uri? A26 { get; init; }
    public byte[]? A27 { get; init; }
    public JsonNode? A28 { get; init; }
    public object? A29 { get; init; }
    public int? A30 { get; init; }
    public Colour? A31 { get; init; }
    public Optional<int> A32 { get; init; }
    public Optional<string?> A33 { get; init; }
    public Optional<Row?> A34 { get; init; }
}

[ApiModel]
public sealed partial class Collections
{
    public Row A0 { get; init; }
    public Row? A1 { get; init; }
    public OpenClass? A2 { get; init; }
    public OpenClass[] A3 { get; init; } = [];
    public List<OpenClass>? A4 { get; init; }
    public IReadOnlyList<Row>? A5 { get; init; }
    public IEnumerable<string>? A6 { get; init; }
    public HashSet<int>? A7 { get; init; }
    public IReadOnlySet<int>? A8 { get; init; }
    public Dictionary<string, OpenClass>? A9 { get; init; }
    public IReadOnlyDictionary<string, int?>? A10 { get; init; }
    public IDictionary<string, List<Row?>>? A11 { get; init; }
    public int[][]? A12 { get; init; }
    public ImmutableArray<int> A13 { get; init; } = [];
    public Lazy<OpenClass>? A14 { get; init; }
    public Lazy<List<Row>> A15 { get; init; } = new([]);
    public required List<Dictionary<string, List<string?>>> A16 { get; init; }
    public Page<OpenClass>? A17 { get; init; }
    public Figure? A18 { get; init; }
}

[ApiModel]
public sealed partial class Attributed
{
    [Alias("x")]
    private int _hidden;

    public int Shown => _hidden;

    [Alias("a.b", "a-b")]
    public int A { get; set; }

    [JsonPropertyName("p")]
    public string? B { get; set; }

    [Timestamp(Unit = TimestampUnit.Milliseconds)]
    public DateTimeOffset C { get; set; }

    [Timestamp]
    public List<DateTime>? D { get; set; }

    [Columns]
    public List<Row>? E { get; set; }

    [Columns]
    public Lazy<List<Row>>? F { get; set; }

    [Shallow]
    public Lazy<Row>? G { get; set; }

    [JsonConverter(typeof(LengthConverter))]
    public int H { get; set; }

    [JsonIgnore]
    public Action? I { get; set; }
}

public sealed class LengthConverter : JsonConverter<int>
{
    public override int Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetString()!.Length;

    public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteStringValue(new string('x', value));
}
