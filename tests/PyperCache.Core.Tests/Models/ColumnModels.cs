using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

/// <summary>A row that is made by one constructor call.</summary>
[ApiModel(Validate = true)]
public readonly partial record struct GaugeRow(int Id, double? Level, string Place = "here", long Count = 3);

/// <summary>The same row as an object, whose members are set one by one.</summary>
[ApiModel(Validate = true)]
public sealed partial record GaugeRowObject
{
    public int Id { get; init; }

    public double? Level { get; init; }

    public string Place { get; init; } = "here";

    public long Count { get; init; } = 3;
}

/// <summary>The same row as an object that is made by one constructor call.</summary>
[ApiModel(Validate = true)]
public sealed partial record GaugeRowRecord(int Id, double? Level, string Place = "here", long Count = 3);

/// <summary>A row that takes what it can.</summary>
[ApiModel]
public readonly partial record struct LooseGaugeRow(int Id, double? Level, string Place = "here", long Count = 3);

[ApiModel(Validate = true)]
public sealed partial class Gauges
{
    [Columns("id")]
    public List<GaugeRow> Rows { get; init; } = [];
}

[ApiModel(Validate = true)]
public sealed partial class GaugeRecords
{
    [Columns("id")]
    public IReadOnlyList<GaugeRowRecord> Rows { get; init; } = [];
}

[ApiModel(Validate = true)]
public sealed partial class GaugeObjects
{
    [Columns("id")]
    public List<GaugeRowObject> Rows { get; init; } = [];
}

[ApiModel(Validate = true)]
public sealed partial class LooseGauges
{
    [Columns("id")]
    public List<LooseGaugeRow> Rows { get; init; } = [];
}

/// <summary>A row whose columns must all be there.</summary>
[ApiModel(Strict = true)]
public readonly partial record struct StrictGaugeRow(int Id, double Level);

[ApiModel]
public sealed partial class StrictGauges
{
    [Columns]
    public List<StrictGaugeRow> Rows { get; init; } = [];
}

/// <summary>A row whose members are set one by one, and that takes what it can.</summary>
[ApiModel]
public sealed partial class LooseGaugeObject
{
    public int Id { get; set; } = -1;

    public double? Level { get; private set; } = 0.5;

    public string Place { get; init; } = "here";

    public long Count { get; set; } = 3;
}

[ApiModel]
public sealed partial class LooseGaugeObjects
{
    [Columns("id")]
    public Lazy<List<LooseGaugeObject>> Rows { get; init; } = new([]);
}

public class Gauge
{
    public required int Id { get; init; }
}

/// <summary>A row with an inherited member, a setter of its own and members that are no scalars.</summary>
[ApiModel(Validate = true)]
public sealed partial class RichGaugeRow : Gauge
{
    private string _place = "nowhere";

    public string Place
    {
        get => _place;
        set => _place = value.ToUpperInvariant();
    }

    public List<int> Parts { get; set; } = [7];

    public GaugeRow? Inner { get; set; }

    public GaugeRowRecord? Other { get; set; }
}

[ApiModel(Validate = true)]
public sealed partial class RichGauges
{
    [Columns]
    public RichGaugeRow[] Rows { get; init; } = [];
}

/// <summary>A row that is a struct whose members are set one by one.</summary>
[ApiModel(Validate = true)]
public partial record struct GaugeRowStruct
{
    public GaugeRowStruct()
    {
    }

    public int Id { get; set; }

    public string Place { get; set; } = "here";
}

[ApiModel(Validate = true)]
public sealed partial class GaugeStructs
{
    [Columns("id")]
    public IReadOnlyList<GaugeRowStruct> Rows { get; init; } = [];
}

/// <summary>A row of any kind.</summary>
[ApiModel(Validate = true)]
public sealed partial class Pair<T>
{
    public int Id { get; set; }

    public T? Value { get; set; }
}

[ApiModel(Validate = true)]
public sealed partial class Pairs
{
    [Columns]
    public List<Pair<double>> Rows { get; init; } = [];
}

/// <summary>The same row, which can only be read row by row: a member has two keys.</summary>
[ApiModel(Validate = true)]
public sealed partial record GaugeByRow
{
    [Alias("id", "nobody writes this")]
    public int Id { get; init; }

    public double? Level { get; init; }

    public string Place { get; init; } = "here";

    public long Count { get; init; } = 3;
}

[ApiModel(Validate = true)]
public sealed partial class GaugesByRow
{
    [Columns("id")]
    public List<GaugeByRow> Rows { get; init; } = [];
}

[ApiModel]
public sealed partial class LooseGaugeByRow
{
    [Alias("id", "nobody writes this")]
    public int Id { get; set; } = -1;

    public double? Level { get; set; } = 0.5;

    public string Place { get; set; } = "here";

    public long Count { get; set; } = 3;
}

[ApiModel]
public sealed partial class LooseGaugesByRow
{
    [Columns("id")]
    public List<LooseGaugeByRow> Rows { get; init; } = [];
}

/// <summary>A row of which the constructor takes some members, and the others are set.</summary>
[ApiModel]
public sealed partial record MixedGaugeRow(int Id, string Place = "here")
{
    public double? Level { get; init; } = 0.5;

    public long Count { get; set; } = 3;
}

[ApiModel]
public sealed partial class MixedGauges
{
    [Columns("id")]
    public List<MixedGaugeRow> Rows { get; init; } = [];
}
