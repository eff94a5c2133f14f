using System.Text.Json;
using System.Text.Json.Nodes;

namespace PyperCache.Core.Tests.Query;

/// <summary>One question to the Python original, with its answer.</summary>
public sealed class SelectorVector
{
    private SelectorVector(JsonElement data, JsonElement given)
    {
        Data = data.GetRawText();
        Selector = given.GetProperty("selector").GetString()!;
        Default = given.TryGetProperty("default", out JsonElement instead) ? instead.Clone() : null;
        Root = Text(given, "root");
        DefaultTail = Text(given, "default_tail");
        First = given.TryGetProperty("select_first", out JsonElement first) && first.GetBoolean();
        JsonElement expect = given.GetProperty("expect");
        IsUnset = expect.TryGetProperty("unset", out _);
        Error = Text(expect, "error");
        Value = expect.TryGetProperty("value", out JsonElement value) ? JsonNode.Parse(value.GetRawText()) : null;
    }

    public string Data { get; }

    public string Selector { get; }

    public JsonElement? Default { get; }

    public string? Root { get; }

    public string? DefaultTail { get; }

    public bool First { get; }

    public bool IsUnset { get; }

    public string? Error { get; }

    public JsonNode? Value { get; }

    public static IEnumerable<SelectorVector> Read(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(TestContext.CurrentContext.TestDirectory, "Vectors", file)));
        foreach (JsonElement given in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            JsonElement data = given.GetProperty("data");
            if (document.RootElement.TryGetProperty("payloads", out JsonElement payloads))
                data = payloads.GetProperty(data.GetString()!);
            yield return new SelectorVector(data, given);
        }
    }

    public override string ToString() => $"{Selector} (root {Root}, tail {DefaultTail}, default {Default}, first {First}) on {Data}";

    private static string? Text(JsonElement given, string name) => given.TryGetProperty(name, out JsonElement text) ? text.GetString() : null;
}
