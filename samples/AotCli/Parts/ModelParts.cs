using System.Text;
using AotCli.Models;
using AotCli.Server;
using PyperCache.Models;
using static AotCli.Parts.PartContext;

namespace AotCli.Parts;

/// <summary>Models: bytes to objects and back.</summary>
internal static class ModelParts
{
    public static Task<string> HydrateAsync(PartContext context)
    {
        Gauge gauge = Gauge.FromJson(Payloads.Gauge);
        Require(gauge is { Id: 7, Name: "North pier", Harbour: "Skerry Point", InstalledAt.Year: 2019 }, "the members have the payload's values");
        Require(!gauge.Levels.IsValueCreated, "a lazy member waits");
        Require(gauge.Levels.Value is [_, _, { Metres: 2.5, Time.Year: 2026 }], "columns become rows");
        return Task.FromResult($"{gauge.Name}, {gauge.Levels.Value.Count} rows from columns");
    }

    public static Task<string> WriteAsync(PartContext context)
    {
        Gauge moved = Gauge.FromJson(Payloads.Gauge) with { Name = "South pier" };
        string json = Encoding.UTF8.GetString(moved.ToJson().Span);
        Require(json.Contains("South pier", StringComparison.Ordinal), "the change is written");
        Require((string?)moved.AsDict()["sensor"] == "radar", "unknown keys come back");
        Require(Gauge.FromJson(json) == moved, "what was written reads as an equal model");
        return Task.FromResult($"{json.Length} characters, unknown keys kept");
    }

    public static Task<string> ValidateAsync(PartContext context)
    {
        IReadOnlyList<ApiModelError> errors = Gauge.Check("""{"id":"seven","levels":{"time":[1],"level_m":[1,2]}}"""u8);
        Require(Names("Id") && Names("Name") && Names("Metres"), $"each fault is found: {string.Join("; ", errors)}");
        try
        {
            Gauge.FromJson("""{"id":"seven"}""");
            throw new PartFailedException("a payload that does not fit was accepted");
        }
        catch (ApiModelValidationException e)
        {
            return Task.FromResult($"{errors.Count} faults found at once; {e.Errors[0]}");
        }

        bool Names(string member) => errors.Any(e => e.Member.EndsWith($".{member}", StringComparison.Ordinal));
    }
}
