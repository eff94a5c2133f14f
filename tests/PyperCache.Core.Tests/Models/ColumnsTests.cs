using System.Collections.Immutable;
using System.Text;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

[ApiModel(Validate = true)]
public readonly partial record struct Sample(int Time, double? Level, [Alias("tag", "label")] string Tag = "none");

[ApiModel(Validate = true)]
public sealed partial record Series([Columns("time", "level")] List<Sample> Rows);

[ApiModel(Validate = true)]
public sealed partial record EverySeries(
    [Columns] Sample[] Array, [Columns] IReadOnlyList<Sample> List, [Columns] ImmutableArray<Sample> Immutable, [Columns] IEnumerable<Sample>? Enumerable,
    [Columns("time")] Lazy<List<Sample>>? Lazy);

[ApiModel]
public sealed partial class LooseSeries
{
    [Columns("time", "level")]
    public List<LooseSample> Rows { get; set; } = [new() { Time = -1 }];
}

[ApiModel]
public sealed partial class LooseSample
{
    public int Time { get; set; } = 5;

    public double Level { get; set; } = 0.5;
}

[ApiModel(Validate = true)]
public sealed partial record BusStop([Alias("pos")] Place Place, List<string> Lines, [Timestamp] DateTimeOffset At);

[ApiModel(Validate = true)]
public sealed partial record Place(double Lat, double Lng);

[ApiModel(Validate = true)]
public sealed partial record Timetable([Columns("pos")] List<BusStop> Stops);

/// <summary>Parallel arrays become rows, and rows become parallel arrays again.</summary>
public sealed class ColumnsTests
{
    private const string Json = """{"rows":{"time":[1,2],"level":[0.5,null],"tag":["a","b"],"unknown":[true,false]},"unit":"m"}""";

    [Test]
    public void Each_index_is_a_row() =>
        Assert.That(Series.FromJson(Json).Rows, Is.EqualTo(new[] { new Sample(1, 0.5, "a"), new Sample(2, null, "b") }));

    [Test]
    public void An_array_of_objects_is_rows_already()
    {
        Series series = Series.FromJson("""{"rows":[{"time":1,"level":0.5,"tag":"a"},{"time":2,"level":null}]}""");
        Assert.That(series.Rows, Is.EqualTo(new[] { new Sample(1, 0.5, "a"), new Sample(2, null) }));
        series.Rows.RemoveAt(0);
        Assert.That(Text(series.ToJson()), Is.EqualTo("""{"rows":[{"time":2,"level":null}]}"""));
    }

    [Test]
    public void The_rows_come_as_every_type_of_list()
    {
        const string columns = """{"time":[1,2],"level":[0.5,null]}""";
        EverySeries s = EverySeries.FromJson($$"""{"array":{{columns}},"list":{{columns}},"immutable":{{columns}},"enumerable":{{columns}},"lazy":{{columns}}}""");
        Sample[] rows = [new(1, 0.5), new(2, null)];
        Assert.Multiple(() =>
        {
            Assert.That(s.Array, Is.EqualTo(rows));
            Assert.That(s.List, Is.EqualTo(rows));
            Assert.That(s.Immutable, Is.EqualTo(rows));
            Assert.That(s.Enumerable, Is.EqualTo(rows));
            Assert.That(s.Lazy!.IsValueCreated, Is.False);
            Assert.That(s.Lazy.Value, Is.EqualTo(rows));
        });
    }

    [Test]
    public void A_column_that_is_missing_leaves_the_default_unless_it_is_required()
    {
        Assert.That(Series.FromJson("""{"rows":{"time":[1],"level":[2]}}""").Rows, Is.EqualTo(new[] { new Sample(1, 2) }));
        Assert.That(Series.FromJson("""{"rows":{"time":[],"level":[]}}""").Rows, Is.Empty);
        Assert.That(Series.FromJson("""{"rows":{"time":[1],"level":[2],"label":["second alias"]}}""").Rows[0].Tag, Is.EqualTo("second alias"));
    }

    [TestCase("""{"time":[1]}""", "$.rows.level (Sample.Level): expected array of double or null, found missing")]
    [TestCase("""{"time":[1],"level":5}""", "$.rows.level (Sample.Level): expected array of double or null, found number 5")]
    [TestCase("""{"time":[1,2],"level":[1]}""", "$.rows.level (Sample.Level): expected 2 values, as in the first column, found 1 value")]
    [TestCase("""{"time":[1],"level":[1],"tag":[]}""", "$.rows.tag (Sample.Tag): expected 1 value, as in the first column, found 0 values")]
    [TestCase("""{"time":["x"],"level":[1]}""", "$.rows.time[0] (Sample.Time): expected int, found string \"x\"")]
    [TestCase("""{"time":[null],"level":[1]}""", "$.rows.time[0] (Sample.Time): expected int, found null")]
    [TestCase("5", "$.rows (Series.Rows): expected columns of Sample, found number 5")]
    [TestCase("null", "$.rows (Series.Rows): expected columns of Sample, found null")]
    [TestCase("""[{"time":1},5]""", "$.rows[1] (Series.Rows): expected Sample, found number 5")]
    public void What_is_wrong_is_told_with_the_column(string rows, string expected)
    {
        byte[] json = Encoding.UTF8.GetBytes($$"""{"rows":{{rows}}}""");
        ApiModelValidationException e = Assert.Throws<ApiModelValidationException>(() => Series.FromJson(json))!;
        Assert.That(e.Errors.Select(static x => x.ToString()), Is.EqualTo(new[] { expected }));
        Assert.That(Series.Check(json), Is.EqualTo(e.Errors));
    }

    [Test]
    public void Unchanged_columns_keep_their_text_and_what_the_rows_do_not_know()
    {
        Series series = Series.FromJson(Json);
        Assert.That(Text(series.ToJson()), Is.EqualTo(Json));
        Assert.That(series.AsDict()["rows"]!["unknown"]!.ToJsonString(), Is.EqualTo("[true,false]"));
    }

    [Test]
    public void Changed_rows_are_written_as_columns()
    {
        Series series = Series.FromJson("""{"rows":{"time":[1,2],"level":[0.5,null],"tag":["a","b"]},"unit":"m"}""");
        Series longer = series with { Rows = [.. series.Rows, new Sample(3, 1.5, "c")] };
        Assert.That(Text(longer.ToJson()), Is.EqualTo("""{"rows":{"time":[1,2,3],"level":[0.5,null,1.5],"tag":["a","b","c"]},"unit":"m"}"""));
        Assert.That(Series.FromJson(longer.ToJson()), Is.EqualTo(longer));
    }

    [Test]
    public void Unchanged_cells_and_unknown_columns_of_changed_rows_keep_their_text()
    {
        Series series = Series.FromJson("""{"rows":{"time":[1,"2"],"level":[0.50,1e1],"unknown":[true,false],"units":{"level":"m"}}}""");
        series.Rows[1] = series.Rows[1] with { Time = 3 };
        Assert.That(Text(series.ToJson()), Is.EqualTo("""{"rows":{"time":[1,3],"level":[0.50,1e1],"unknown":[true,false],"units":{"level":"m"}}}"""));
        series.Rows.Add(new(4, null));
        Assert.That(Text(series.ToJson()), Is.EqualTo("""{"rows":{"time":[1,3,4],"level":[0.50,1e1,null],"units":{"level":"m"}}}"""));
    }

    [Test]
    public void A_column_that_was_missing_is_written_when_a_row_needs_it()
    {
        Series series = Series.FromJson("""{"rows":{"time":[1,2],"level":[3,4]}}""");
        series.Rows[1] = series.Rows[1] with { Tag = "x" };
        Assert.That(Text(series.ToJson()), Is.EqualTo("""{"rows":{"time":[1,2],"level":[3,4],"tag":["none","x"]}}"""));
        Series labels = Series.FromJson("""{"rows":{"time":[1],"level":[3],"label":["a"]}}""");
        labels.Rows[0] = labels.Rows[0] with { Tag = "b" };
        Assert.That(Text(labels.ToJson()), Is.EqualTo("""{"rows":{"time":[1],"level":[3],"label":["b"]}}"""));
    }

    [Test]
    public void Times_in_changed_rows_are_written_as_they_were()
    {
        Timetable table = Timetable.FromJson("""{"stops":{"pos":[{"lat":1,"lng":2}],"lines":[[]],"at":[0]}}""");
        table.Stops.Add(table.Stops[0] with { At = DateTimeOffset.UnixEpoch.AddSeconds(9) });
        Assert.That(Text(table.ToJson()), Is.EqualTo("""{"stops":{"pos":[{"lat":1,"lng":2},{"lat":1,"lng":2}],"lines":[[],[]],"at":[0,9]}}"""));
    }

    [Test]
    public void Rows_made_by_hand_are_written_as_columns()
    {
        Assert.That(Text(new Series([new(1, 0.5, "a"), new(2, null, "b")]).ToJson()), Is.EqualTo("""{"rows":{"time":[1,2],"level":[0.5,null],"tag":["a","b"]}}"""));
        Assert.That(Series.FromJson(new Series([]).ToJson()), Is.EqualTo(new Series([])));
    }

    [Test]
    public void Rows_may_hold_models_lists_and_times()
    {
        Timetable table = Timetable.FromJson("""{"stops":{"pos":[{"lat":1,"lng":2},{"lat":3,"lng":4}],"lines":[["a"],[]],"at":[0,"1970-01-02"]}}""");
        Assert.Multiple(() =>
        {
            Assert.That(table.Stops[1].Place, Is.EqualTo(new Place(3, 4)));
            Assert.That(table.Stops[0].Lines, Is.EqualTo(new[] { "a" }));
            Assert.That(table.Stops[1].At, Is.EqualTo(DateTimeOffset.UnixEpoch.AddDays(1)));
            Assert.That(Timetable.Check("""{"stops":{"pos":[{"lat":"x"}],"at":["x"]}}"""u8).Select(static e => e.Path), Is.EqualTo(new[] { "$.stops.pos[0].lat", "$.stops.at[0]" }));
        });
    }

    [Test]
    public void Without_validation_a_cell_that_does_not_fit_leaves_the_row_s_default_and_wrong_columns_the_member_s()
    {
        LooseSeries cells = LooseSeries.FromJson("""{"rows":{"time":["x",2],"level":[1,null]}}""");
        Assert.That(cells.Rows.Select(static r => (r.Time, r.Level)), Is.EqualTo(new[] { (5, 1.0), (2, 0.5) }));
        Assert.That(LooseSeries.FromJson("""{"rows":{"time":[1,2],"level":[1]}}""").Rows.Single().Time, Is.EqualTo(-1));
        Assert.That(LooseSeries.FromJson("""{"rows":{"time":[1,2]}}""").Rows.Single().Time, Is.EqualTo(-1));
    }

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
