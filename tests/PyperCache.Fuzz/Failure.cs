using System.Diagnostics.CodeAnalysis;
using PyperCache.Core.Tests.Json.Differential;

namespace PyperCache.Fuzz;

/// <summary>A document on which the cursor and System.Text.Json disagree.</summary>
internal static class Failure
{
    /// <summary>What they disagree about, or the exception that should not have been; null when they agree.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Any exception that gets out is a finding.")]
    public static string? Find(GuardedMemory memory, byte[] json)
    {
        if (json.Length > memory.Capacity)
            return null;
        try
        {
            return Comparison.FindDifference(memory.Place(json, atEnd: true), json) ?? Comparison.FindDifference(memory.Place(json, atEnd: false), json);
        }
        catch (Exception e)
        {
            return e.ToString();
        }
    }

    /// <summary>Leaves out bytes as long as the rest still fails.</summary>
    public static byte[] Shrink(GuardedMemory memory, byte[] json)
    {
        for (int length = json.Length / 2; length > 0; length /= 2)
        {
            for (int at = 0; at + length <= json.Length;)
            {
                byte[] less = [.. json[..at], .. json[(at + length)..]];
                if (Find(memory, less) is not null)
                    json = less;
                else
                    at += length;
            }
        }

        return json;
    }
}
