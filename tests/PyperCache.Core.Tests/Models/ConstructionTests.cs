using System.Text;
using System.Text.Json.Serialization;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

[ApiModel(Validate = true)]
public sealed partial class Account
{
    public required string Name { get; set; }

    public int Logins { get; private set; } = 1;

    public string Plan { get; init; } = "free";

    [Alias("secret")]
    private string? Secret { get; set; }

    [Alias("pin")]
    private readonly int _visits = 3;

    [Alias("score")]
    internal double Score;

    public string Shown => $"{Secret}/{_visits}/{Score}";
}

[ApiModel(Validate = true)]
public sealed partial class Thermostat
{
    public Thermostat()
    {
        Celsius = 20;
        Rooms = ["hall"];
    }

    public double Celsius { get; set; }

    public List<string> Rooms { get; init; }
}

[ApiModel(Validate = true)]
public sealed partial class Probe(string serial, int channel = 4)
{
    public string Serial { get; } = serial.ToUpperInvariant();

    public int Channel { get; } = channel;

    public string? Note { get; set; } = "none";
}

[ApiModel(Validate = true)]
public sealed partial class Choice
{
    public Choice()
        : this("default")
    {
    }

    [JsonConstructor]
    public Choice(string label) => Label = label;

    public string Label { get; }

    public required int Rank { get; init; }
}

[ApiModel(Validate = true)]
public sealed partial record Trip(string From, string To = "home", int? Days = 2)
{
    public string Label { get; init; } = $"to {To}";

    public bool IsLong { get; private set; } = true;

    public int Length => From.Length + To.Length;
}

[ApiModel(Validate = true)]
public partial record struct Pixel(int X, int Y = 9)
{
    public string Tone { get; set; } = "grey";
}

[ApiModel(Validate = true, KeepRaw = false)]
public sealed partial record Lean(int A, string B = "b")
{
    public List<int> C { get; init; } = [1];
}

/// <summary>A lenient model whose setters count.</summary>
[ApiModel]
public partial class Dial
{
    private int _reading = 5;

    public int Reading
    {
        get => _reading * 10;
        set
        {
            _reading = value;
            Settings++;
        }
    }

    public virtual int Limit { get; set; } = 100;

    [JsonIgnore]
    public int Settings { get; protected set; }
}

/// <summary>A dial whose limit cannot be set below 50, and says twice what it was set to.</summary>
[ApiModel]
public sealed partial class SafeDial : Dial
{
    public override int Limit
    {
        get => base.Limit * 2;
        set
        {
            base.Limit = Math.Max(value, 50);
            Settings++;
        }
    }
}

/// <summary>How a model comes into being: setters, initializers and constructors of every kind.</summary>
public sealed class ConstructionTests
{
    [Test]
    public void Initializers_survive_missing_keys_also_on_init_only_and_private_members()
    {
        Account account = Account.FromJson("""{"name":"n"}""");
        Assert.That((account.Logins, account.Plan, account.Shown), Is.EqualTo((1, "free", "/3/0")));
    }

    [Test]
    public void Private_setters_and_annotated_private_members_are_read_and_written()
    {
        Account account = Account.FromJson("""{"name":"n","logins":5,"plan":"pro","secret":"s","score":1.5,"more":true}""");
        Assert.That((account.Logins, account.Plan, account.Shown), Is.EqualTo((5, "pro", "s/3/1.5")));
        account.Name = "changed";
        Assert.That(Text(account.ToJson()), Is.EqualTo("""{"name":"changed","logins":5,"plan":"pro","secret":"s","score":1.5,"more":true}"""));
    }

    [Test]
    public void A_missing_required_member_is_an_error() => Assert.That(
        Assert.Throws<ApiModelValidationException>(static () => Account.FromJson("{}"))!.Errors.Single(), Is.EqualTo(new ApiModelError("$.name", "Account.Name", "string", "missing", "")));

    [Test]
    public void A_parameterless_constructor_of_the_user_s_own_runs_first()
    {
        Thermostat sparse = Thermostat.FromJson("{}"), full = Thermostat.FromJson("""{"celsius":18.5,"rooms":["den","attic"]}""");
        Assert.That((sparse.Celsius, sparse.Rooms.Single()), Is.EqualTo((20.0, "hall")));
        Assert.That((full.Celsius, full.Rooms[1]), Is.EqualTo((18.5, "attic")));
        Assert.That(Text(new Thermostat().ToJson()), Is.EqualTo("""{"celsius":20,"rooms":["hall"]}"""));
        Assert.That(Text(sparse.ToJson()), Is.EqualTo("{}"));
        sparse.Celsius = 0;
        Assert.That(Text(sparse.ToJson()), Is.EqualTo("""{"celsius":0}"""));
    }

    [Test]
    public void A_primary_constructor_of_a_class_gets_its_arguments_and_defaults()
    {
        Probe sparse = Probe.FromJson("""{"serial":"ab"}"""), full = Probe.FromJson("""{"note":null,"channel":7,"serial":"cd"}""");
        Assert.That((sparse.Serial, sparse.Channel, sparse.Note), Is.EqualTo(("AB", 4, "none")));
        Assert.That((full.Serial, full.Channel, full.Note), Is.EqualTo(("CD", 7, (string?)null)));
    }

    [Test]
    public void The_constructor_with_the_attribute_is_called()
    {
        Choice choice = Choice.FromJson("""{"rank":1,"label":"x"}""");
        Assert.That((choice.Label, choice.Rank), Is.EqualTo(("x", 1)));
        Assert.That(Choice.Check("""{"label":"x"}"""u8).Single().Path, Is.EqualTo("$.rank"));
    }

    [Test]
    public void A_record_with_a_primary_constructor_and_a_body_fills_both()
    {
        Trip sparse = Trip.FromJson("""{"from":"here"}"""), full = Trip.FromJson("""{"isLong":false,"label":"l","days":null,"to":"there","from":"here"}""");
        Assert.That((sparse.To, sparse.Days, sparse.Label, sparse.IsLong), Is.EqualTo(("home", (int?)2, "to home", true)));
        Assert.That((full.To, full.Days, full.Label, full.IsLong, full.Length), Is.EqualTo(("there", (int?)null, "l", false, 9)));
        Assert.That(Text((full with { Label = "new" }).ToJson()), Is.EqualTo("""{"isLong":false,"label":"new","days":null,"to":"there","from":"here"}"""));
    }

    [Test]
    public void Of_members_that_were_missing_only_changed_ones_are_written()
    {
        Trip trip = Trip.FromJson("""{"from":"here"}""");
        Assert.That(Text(trip.ToJson()), Is.EqualTo("""{"from":"here"}"""));
        Assert.That(Text((trip with { Days = 3 }).ToJson()), Is.EqualTo("""{"from":"here","days":3}"""));
    }

    [Test]
    public void A_mutable_record_struct_fills_its_constructor_and_its_body()
    {
        Pixel sparse = Pixel.FromJson("""{"x":1}"""), full = Pixel.FromJson("""{"tone":"red","x":1,"y":2}""");
        Assert.That((sparse.Y, sparse.Tone), Is.EqualTo((9, "grey")));
        Assert.That((full.Y, full.Tone), Is.EqualTo((2, "red")));
        full.X = 5;
        Assert.That(Text(full.ToJson()), Is.EqualTo("""{"tone":"red","x":5,"y":2}"""));
    }

    [Test]
    public void Without_the_payload_every_member_is_written_and_the_rest_is_gone()
    {
        Lean lean = Lean.FromJson("""{"a":1,"unknown":2}""");
        Assert.That(Text(lean.ToJson()), Is.EqualTo("""{"a":1,"b":"b","c":[1]}"""));
        Assert.That(Text((lean with { B = "x" }).ToJson()), Is.EqualTo("""{"a":1,"b":"x","c":[1]}"""));
        Assert.That(lean, Is.EqualTo(new Lean(1)));
    }

    [Test]
    public void A_setter_with_code_is_called_for_a_value_that_fits_and_for_no_other()
    {
        Dial set = Dial.FromJson("""{"reading":7}"""), missed = Dial.FromJson("""{"reading":"high","limit":[]}"""), missing = Dial.FromJson("{}");
        Assert.Multiple(() =>
        {
            Assert.That((set.Reading, set.Settings), Is.EqualTo((70, 1)));
            Assert.That((missed.Reading, missed.Limit, missed.Settings), Is.EqualTo((50, 100, 0)));
            Assert.That((missing.Reading, missing.Limit, missing.Settings), Is.EqualTo((50, 100, 0)));
            Assert.That(Text(missed.ToJson()), Is.EqualTo("""{"reading":"high","limit":[]}"""));
            Assert.That(Text(missing.ToJson()), Is.EqualTo("{}"));
        });
    }

    [Test]
    public void An_overridden_property_is_set_as_its_model_says()
    {
        SafeDial set = SafeDial.FromJson("""{"limit":10}"""), missed = SafeDial.FromJson("""{"limit":"none"}""");
        Assert.Multiple(() =>
        {
            Assert.That((set.Limit, set.Settings), Is.EqualTo((100, 1)));
            Assert.That((missed.Limit, missed.Settings), Is.EqualTo((200, 0)));
            Assert.That(Text(missed.ToJson()), Is.EqualTo("""{"limit":"none"}"""));
        });
    }

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
