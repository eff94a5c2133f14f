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
