using System.Text;
using PyperCache.Models;
using PyperCache.SnakeModels;

namespace PyperCache.Core.Tests.Models;

[ApiModel(Validate = true)]
public sealed partial record Diary(string OwnerName, Visit FirstVisit, Batch<Visit>? OtherVisits = null);

/// <summary>What an assembly says of all its models.</summary>
public sealed class DefaultsTests
{
    [Test]
    public void Naming_goes_for_models_rows_and_types_that_are_registered()
    {
        const string json = """{"visit_id":1,"user_name":"u","byHand":true,"last_station":{"station_name":"p"},"all_readings":{"air_pressure":[1000.5,1001],"wind_speed":[3,null]}}""";
        Visit visit = Visit.FromJson(json);
        Assert.Multiple(() =>
        {
            Assert.That((visit.VisitId, visit.UserName, visit.IsManual, visit.LastStation!.StationName), Is.EqualTo((1, "u", true, "p")));
            Assert.That(visit.AllReadings, Is.EqualTo(new[] { new WeatherRow(1000.5, 3), new WeatherRow(1001, null) }));
            Assert.That(Text(visit.ToJson()), Is.EqualTo(json));
            Assert.That(Text((visit with { UserName = "w" }).ToJson()), Is.EqualTo(json.Replace("\"u\"", "\"w\"", StringComparison.Ordinal)));
        });
    }

    [Test]
    public void Naming_goes_for_what_is_made_by_hand() =>
        Assert.That(
            Text(new Visit(1, null, LastStation: new Station { StationName = "p" }) { AllReadings = [new WeatherRow(1, 2)] }.ToJson()),
            Is.EqualTo("""{"visit_id":1,"user_name":null,"byHand":false,"last_station":{"station_name":"p"},"all_readings":{"air_pressure":[1],"wind_speed":[2]}}"""));

    [Test]
    public void Naming_goes_for_what_is_said_about_faults() =>
        Assert.That(
            Visit.Check("""{"visit_id":"x","all_readings":{"wind_speed":[0.5]}}"""u8).Select(static e => e.Path),
            Is.EqualTo(new[] { "$.visit_id", "$.all_readings.wind_speed[0]", "$.all_readings.air_pressure" }));

    [Test]
    public void A_model_s_own_naming_goes_first_and_is_not_inherited()
    {
        Assert.That(CamelVisit.FromJson("""{"visitId":1}""").VisitId, Is.EqualTo(1));
        SnakeVisit visit = SnakeVisit.FromJson("""{"visit_id":2,"user_name":"u"}""");
        Assert.That((visit.VisitId, visit.UserName), Is.EqualTo((2, "u")));
        Assert.That(SnakeVisit.Check("""{"visitId":2,"userName":"u"}"""u8).Select(static e => e.Path), Is.EqualTo(new[] { "$.visit_id", "$.user_name" }));
    }

    [Test]
    public void Models_of_two_assemblies_in_one_keep_their_namings()
    {
        const string json = """{"ownerName":"o","firstVisit":{"visit_id":1,"user_name":"u"},"otherVisits":{"all_items":[{"visit_id":2,"user_name":null}],"total_count":1}}""";
        Diary diary = Diary.FromJson(json);
        Assert.That((diary.FirstVisit.UserName, diary.OtherVisits!.AllItems.Single().VisitId, diary.OtherVisits.TotalCount), Is.EqualTo(("u", 2, 1)));
        Assert.That(Text((diary with { OwnerName = "x" }).ToJson()), Is.EqualTo(json.Replace("\"o\"", "\"x\"", StringComparison.Ordinal)));
    }

    private static string Text(ReadOnlyMemory<byte> json) => Encoding.UTF8.GetString(json.Span);
}
