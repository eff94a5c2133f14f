using System.Text;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Core.Tests.Json.Differential;

/// <summary>Sets the cursor against System.Text.Json on one document.</summary>
internal static class Comparison
{
    /// <summary>How long a document may be for a skip to look at every comma and colon.</summary>
    private const int Thorough = 4096;
    private static readonly KeyTable s_keys = KeyTable.Create(["id"], ["name"], ["geo", "lat"], ["geo", "a", "a"], ["a"], [""]);

    /// <summary>What they disagree about; null when they agree.</summary>
    /// <param name="json">The document, at a place where reads out of bounds show.</param>
    /// <param name="copy">The same in an array.</param>
    public static string? FindDifference(ReadOnlySpan<byte> json, byte[] copy)
    {
        bool expected = Reference.Accepts(copy);
        if (CheckAccepts(json) != expected)
            return $"SkipChecked {(expected ? "refuses what is right" : "accepts what is wrong")}";
        bool skips = SkipAccepts(json);
        bool isSound = expected || (IsContainer(json) && Reference.Accepts(Skeleton.Of(json)));
        if (isSound && !skips)
            return "Skip refuses what is right";
        if (skips && !isSound && (json.Length <= Thorough || !Skeleton.HasSoundBrackets(json)))
            return "Skip accepts what is wrong";
        if (ElementComparison.FindDifference(json) is { } disagreement)
            return disagreement;
        if (!expected)
        {
            _ = FieldsAccept(json);
            return ReadAccepts(json) ? "reading every value accepts what is wrong" : null;
        }

        if (!FieldsAccept(json))
            return "the loop over known keys refuses what is right";
        using JsonDocument document = JsonDocument.Parse(copy);
        var cursor = new JsonCursor(json);
        string? difference = ValueComparison.Compare(ref cursor, document.RootElement, "$");
        if (difference is null)
            cursor.End();
        return difference;
    }

    private static bool IsContainer(ReadOnlySpan<byte> json) => json.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..];

    private static bool CheckAccepts(ReadOnlySpan<byte> json)
    {
        try
        {
            var cursor = new JsonCursor(json);
            cursor.SkipChecked();
            cursor.End();
            return cursor.Depth == 0;
        }
        catch (JsonException e)
        {
            return Verify(e);
        }
    }

    private static bool SkipAccepts(ReadOnlySpan<byte> json)
    {
        try
        {
            var cursor = new JsonCursor(json);
            cursor.Skip();
            cursor.End();
            return cursor.Depth == 0;
        }
        catch (JsonException e)
        {
            return Verify(e);
        }
    }

    private static bool ReadAccepts(ReadOnlySpan<byte> json)
    {
        try
        {
            var cursor = new JsonCursor(json);
            ReadAll(ref cursor);
            cursor.End();
            return true;
        }
        catch (JsonException e)
        {
            return Verify(e);
        }
    }

    private static bool FieldsAccept(ReadOnlySpan<byte> json)
    {
        try
        {
            var cursor = new JsonCursor(json);
            ReadFields(ref cursor);
            cursor.End();
            return cursor.Depth == 0;
        }
        catch (JsonException e)
        {
            return Verify(e);
        }
    }

    private static void ReadAll(ref JsonCursor cursor)
    {
        bool started = false;
        if (cursor.BeginArray())
        {
            while (cursor.NextElement(ref started))
                ReadAll(ref cursor);
        }
        else if (cursor.BeginObject())
        {
            while (cursor.NextMember(ref started, out _, out _))
                ReadAll(ref cursor);
        }
        else if (!cursor.TryReadNull() && !cursor.TryReadString(out string? _))
        {
            // A boolean: it has been skipped.
        }
    }

    private static void ReadFields(ref JsonCursor cursor)
    {
        var loop = new FieldLoop(s_keys);
        bool started = false;
        if (cursor.BeginObject(ref loop))
        {
            while (cursor.NextField(ref loop) >= 0)
                ReadFields(ref cursor);
        }
        else if (cursor.BeginArray())
        {
            while (cursor.NextElement(ref started))
                ReadFields(ref cursor);
        }
        else
        {
            cursor.TryReadDouble(out double _);
        }
    }

    /// <summary>False, having looked at the place that the exception names.</summary>
    private static bool Verify(JsonException e)
    {
        if (e.LineNumber is null or < 0 || e.BytePositionInLine is null or < 0)
            throw new InvalidOperationException("A JsonException without a place.", e);
        return false;
    }
}
