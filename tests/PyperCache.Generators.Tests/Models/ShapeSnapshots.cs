using PyperCache.Generators.Tests.Harness;

namespace PyperCache.Generators.Tests.Models;

/// <summary>The whole emitted file, once for every kind of model.</summary>
public sealed class ShapeSnapshots
{
    [Test]
    public void Positional_record() => Snapshot.Match(ModelRuns.Run("""
        namespace Shop;
        [ApiModel(Validate = true)]
        public partial record Item(int Id, string Name, double? Weight = null, [Alias("tags", "labels")] params IReadOnlyList<string> Tags);
        """).Source("Shop.Item"));

    [Test]
    public void Class_with_required_init_and_default() => Snapshot.Match(ModelRuns.Run("""
        namespace Shop;
        [ApiModel]
        public sealed partial class Customer
        {
            public required Guid Id { get; init; }
            public string Name { get; set; } = "nobody";
            [Timestamp(Unit = TimestampUnit.Milliseconds)] public DateTimeOffset Since { get; private set; }
        }
        """).Source("Shop.Customer"));

    [Test]
    public void Record_struct_as_row_and_lazy_columns() => Snapshot.Match(ModelRuns.Run("""
        namespace Weather;
        [ApiModel(KeepRaw = false)]
        public readonly partial record struct Hour(int Time, [Alias("temperature_2m")] double Temperature);
        [ApiModel(Validate = true, Strict = true)]
        public sealed partial record Forecast
        {
            [Columns("time")] public Lazy<IReadOnlyList<Hour>> Hourly { get; init; } = null!;
            [Alias("current.temperature")] public double? Now { get; init; }
            [Alias("alerts?level=red.title")] public List<string> Alerts { get; init; } = [];
        }
        """).Source("Weather.Forecast"));

    [Test]
    public void Class_as_row() => Snapshot.Match(ModelRuns.Run("""
        namespace Weather;
        [ApiModel(KeepRaw = false)]
        public sealed partial class Hour
        {
            [Timestamp(Unit = TimestampUnit.Seconds)] public required DateTimeOffset Time { get; init; }
            [Alias("temperature_2m")] public double Temperature { get; set; }
            public string? Sky { get; private set; } = "clear";
        }
        [ApiModel]
        public sealed partial record Forecast([Columns("time")] List<Hour> Hourly);
        """).Source("Weather.Hour"));

    [Test]
    public void Record_with_primary_constructor_and_body() => Snapshot.Match(ModelRuns.Run("""
        namespace Shop;
        [ApiModel(Naming = KeyNaming.SnakeCaseLower)]
        public partial record Order(int OrderId)
        {
            public string Note { get; init; } = "none";
        }
        """).Source("Shop.Order"));

    [Test]
    public void Registration_of_all_models() => Snapshot.Match(ModelRuns.Run("""
        namespace Shop;
        public enum Level { Low, High }
        [ApiModel] public partial record Page<T>(List<T> Items);
        [ApiModel(Name = "cart")] public partial record Cart(Page<Level> Levels, Page<Goods> Goods);
        [ApiModel] public partial record Goods(string Name, Page<Goods>? Parts = null);
        public partial class Outer { [ApiModel] private partial record Hidden(int A); }
        """).Source("Models-Registration"));
}
