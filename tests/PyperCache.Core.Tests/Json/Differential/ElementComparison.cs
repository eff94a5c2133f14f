using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Core.Tests.Json.Differential;

/// <summary>Sets reading many elements of an array in one go against reading them one by one.</summary>
internal static class ElementComparison
{
    private const int FewValues = 3;

    /// <summary>What the two disagree about; null when they agree, or when the document is no array.</summary>
    public static string? FindDifference(ReadOnlySpan<byte> json) =>
        FindDifference(json, ScalarReaders.Int32) ?? FindDifference(json, ScalarReaders.Int64) ?? FindDifference(json, ScalarReaders.Double)
        ?? FindDifference(json, (PayloadReader<double?>)ScalarReaders.Find<double?>()!, (INullableElements<double>)ScalarReaders.Double);

    private static string? FindDifference<T>(ReadOnlySpan<byte> json, PayloadReader<T> reader, INullableElements<double>? nullable = null)
    {
        string oneByOne = Describe(json, reader, null, 1);
        string few = Describe(json, reader, nullable, FewValues);
        string many = Describe(json, reader, nullable, 64);
        return few == oneByOne && many == oneByOne ? null : $"elements as {typeof(T)}: one by one {oneByOne}, {FewValues} at once {few}, 64 at once {many}";
    }

    /// <summary>All values, where the cursor stood behind each that does not fit, and how it ended.</summary>
    private static string Describe<T>(ReadOnlySpan<byte> json, PayloadReader<T> reader, INullableElements<double>? nullable, int size)
    {
        List<string> found = [];
        var cursor = new JsonCursor(json);
        try
        {
            if (!cursor.BeginArray())
                return "";
            bool started = false;
            if (size == 1)
                ReadOneByOne(ref cursor, reader, ref started, found);
            else
                ReadMany(ref cursor, reader, nullable, new T[size], ref started, found);
            found.Add($"end at {cursor.Position}, depth {cursor.Depth}");
        }
        catch (JsonException e)
        {
            // What was read before is not handed out.
            found.Clear();
            found.Add($"fault at {e.LineNumber}:{e.BytePositionInLine}");
        }

        return string.Join(' ', found);
    }

    private static void ReadOneByOne<T>(ref JsonCursor cursor, PayloadReader<T> reader, ref bool started, List<string> found)
    {
        while (cursor.NextElement(ref started))
        {
            cursor.Peek();
            int start = cursor.Position;
            found.Add(reader.TryRead(ref cursor, out T? value) ? Text(value) : $"[{start}..{cursor.Position}]");
        }
    }

    private static void ReadMany<T>(
        ref JsonCursor cursor, PayloadReader<T> reader, INullableElements<double>? nullable, T[] values, ref bool started, List<string> found)
    {
        while (true)
        {
            int count = nullable is null
                ? reader.ReadElements(ref cursor, values, ref started, out int misfit)
                : nullable.ReadElementsOrNull(ref cursor, (double?[])(object)values, ref started, out misfit);
            found.AddRange(values.Take(count).Select(Text));
            if (misfit >= 0)
                found.Add($"[{misfit}..{cursor.Position}]");
            else if (count < values.Length)
                return;
        }
    }

    private static string Text<T>(T value) => value switch { double d => d.ToString("R"), null => "null", _ => value.ToString()! };
}
