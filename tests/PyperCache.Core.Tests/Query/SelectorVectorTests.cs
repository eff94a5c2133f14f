using System.Text.Json;
using System.Text.Json.Nodes;
using PyperCache.Query;

namespace PyperCache.Core.Tests.Query;

/// <summary>The same questions as were put to the Python original, and the same answers.</summary>
public sealed class SelectorVectorTests
{
    [TestCase("selectors.json", 438)]
    [TestCase("selectors-random-dev.json", 300)]
    public void Every_question_is_answered_as_by_the_original(string file, int count)
    {
        SelectorVector[] vectors = [.. SelectorVector.Read(file)];
        Assert.That(vectors, Has.Length.EqualTo(count));
        using (Assert.EnterMultipleScope())
        {
            foreach (SelectorVector vector in vectors)
                Check(vector);
        }
    }

    private static void Check(SelectorVector vector)
    {
        if (vector.Error is null)
        {
            CheckValue(vector);
            return;
        }

        Type expected = vector.Error == "syntax" ? typeof(SelectorSyntaxException) : typeof(SelectorNavigationException);
        Assert.That(() => Answer(vector), Throws.TypeOf(expected), vector.ToString());
    }

    private static void CheckValue(SelectorVector vector)
    {
        QueryResult? result = Answer(vector);
        if (result is null)
        {
            Assert.That(JsonNode.DeepEquals(JsonNode.Parse(vector.Default!.Value.GetRawText()), vector.Value), Is.True, vector.ToString());
            return;
        }

        Assert.That(result.IsUnset, Is.EqualTo(vector.IsUnset), vector.ToString());
        if (!vector.IsUnset)
            Assert.That(JsonNode.DeepEquals(ToNode(result), vector.Value), Is.True, $"{vector} came to {result}, not {vector.Value?.ToJsonString()}");
    }

    /// <summary>Null when the default value is the answer.</summary>
    private static QueryResult? Answer(SelectorVector vector)
    {
        var query = new JsonInjester(vector.Data, vector.Root, vector.DefaultTail);
        QueryResult result = vector.First ? query.First(vector.Selector) : query.Get(vector.Selector);
        bool isDefault = vector.Default is not null && (result.IsUnset || result.Kind == JsonValueKind.Null);
        if (isDefault)
            Assert.That(query.Get(vector.Selector, vector.Default!.Value), Is.EqualTo(vector.Default), vector.ToString());
        Assert.That(query.Has(vector.Selector), Is.EqualTo(!query.Get(vector.Selector).IsUnset), vector.ToString());
        return isDefault ? null : result;
    }

    private static JsonNode? ToNode(QueryResult result)
    {
        if (result.Items.Any(item => item.Key is not null))
            return new JsonArray([.. result.Items.Select(ToPair)]);
        return result.Key is null ? JsonNode.Parse(result.ToJson().Span) : ToPair(result);
    }

    private static JsonObject ToPair(QueryResult item) => new() { ["$pair"] = new JsonArray(item.Key, JsonNode.Parse(item.ToJson().Span)) };
}
