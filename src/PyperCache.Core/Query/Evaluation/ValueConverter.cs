using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PyperCache.Json;

namespace PyperCache.Query.Evaluation;

/// <summary>Makes .NET values of the values that a selector comes to.</summary>
internal static class ValueConverter
{
    private const int SnippetLength = 40;
    private const int StackSlots = 32;

    /// <summary>One value, whatever the outcome: several values are read as an array.</summary>
    /// <returns>The default of <typeparamref name="T"/> for null and nothing.</returns>
    public static T? Convert<T>(ReadOnlyMemory<byte> payload, Outcome outcome, Selector selector)
    {
        if (outcome.IsUnset)
            return default;
        if (outcome.Plan is null)
            return Read<T>(payload, outcome.Start, Reader<T>(), selector);
        return Read<T>(ResultWriter.Write(payload, outcome, pairsAsValues: !IsDocument<T>()), 0, Reader<T>(), selector);
    }

    /// <summary>The values one by one.</summary>
    public static List<T> ConvertAll<T>(ReadOnlyMemory<byte> payload, Outcome outcome, Selector selector)
    {
        PayloadReader<T> reader = Reader<T>();
        var values = new List<T>();
        var cursor = new JsonCursor(payload);
        if (outcome.Plan is { OfMembers: false } plan)
        {
            Span<int> slots = plan.SlotCount <= StackSlots ? stackalloc int[StackSlots] : new int[plan.SlotCount];
            var scanner = new ElementScanner(payload.Span, outcome.Start, plan, slots);
            while (scanner.MoveNext(out JsonSlice match))
                values.Add(Read(ref cursor, match.Start, reader, selector)!);
            return values;
        }

        foreach (JsonSlice slice in MatchCollector.Collect(payload.Span, outcome))
            values.Add(Read(ref cursor, slice.Start, reader, selector)!);
        return values;
    }

    private static bool IsDocument<T>() => typeof(T) == typeof(JsonElement) || typeof(T) == typeof(JsonNode) || typeof(T) == typeof(object);

    private static PayloadReader<T> Reader<T>() =>
        PayloadReaders.Find<T>() ?? ListReaders.Find<T>() ?? throw new NotSupportedException(
            $"A selector cannot read a value as {typeof(T)}: mark the type with [ApiModel], or register it with [assembly: ApiModelFor<{typeof(T).Name}>].");

    private static T? Read<T>(ReadOnlyMemory<byte> payload, int start, PayloadReader<T> reader, Selector selector)
    {
        var cursor = new JsonCursor(payload);
        return Read(ref cursor, start, reader, selector);
    }

    private static T? Read<T>(ref JsonCursor cursor, int start, PayloadReader<T> reader, Selector selector)
    {
        cursor.Position = start;
        if (reader.TryRead(ref cursor, out T? value))
            return value;
        cursor.Position = start;
        if (cursor.TryReadNull())
            return default;
        throw new InvalidOperationException($"The selector '{selector}' comes to {Describe(ref cursor)}, which cannot be read as {typeof(T)} without loss.");
    }

    private static string Describe(ref JsonCursor cursor)
    {
        JsonValueKind kind = cursor.Peek();
        int start = cursor.Position;
        cursor.Skip();
        string text = Encoding.UTF8.GetString(cursor.Json[start..cursor.Position]);
        string snippet = text.Length <= SnippetLength ? text : text[..SnippetLength] + "…";
        return kind switch
        {
            JsonValueKind.Array => $"the array {snippet} (take its elements with GetList or First)",
            JsonValueKind.Object => $"the object {snippet}",
            _ => snippet,
        };
    }
}
