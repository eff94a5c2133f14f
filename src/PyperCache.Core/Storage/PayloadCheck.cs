using System.Runtime.Intrinsics;
using System.Text.Json;

namespace PyperCache.Storage;

/// <summary>Whether bytes are what a payload has to be: one JSON value.</summary>
internal static class PayloadCheck
{
    /// <summary>Refuses bytes that are not one well-formed JSON value.</summary>
    /// <exception cref="JsonException">They are not.</exception>
    public static void Ensure(ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload);
        while (reader.Read())
        {
        }
    }

    /// <summary>
    /// Why a payload from a file cannot be read, or null. Files are written by stores that check, and by the Python original, whose writer
    /// can put <c>NaN</c> and <c>Infinity</c> into them; so what is cheap to see is looked at first, and only suspects are read whole.
    /// </summary>
    public static string? WhyUnreadable(ReadOnlySpan<byte> payload)
    {
        if (LooksWhole(payload) && !MayHoldNonNumber(payload))
            return null;
        try
        {
            Ensure(payload);
            return null;
        }
        catch (JsonException e)
        {
            return e.Message;
        }
    }

    private static bool LooksWhole(ReadOnlySpan<byte> payload) =>
        payload.Length >= 2 && (payload[0], payload[^1]) is ((byte)'{', (byte)'}') or ((byte)'[', (byte)']');

    /// <summary>Looks for <c>NaN</c> and <c>Inf</c> in one pass: for bytes that are two apart, since pairs of neighbours are too common in text.</summary>
    private static bool MayHoldNonNumber(ReadOnlySpan<byte> payload)
    {
        const int Apart = 2;
        int at = 0;
        for (; at <= payload.Length - Vector256<byte>.Count - Apart; at += Vector256<byte>.Count)
        {
            Vector256<byte> first = Vector256.Create(payload[at..]);
            Vector256<byte> third = Vector256.Create(payload[(at + Apart)..]);
            Vector256<byte> found = (Vector256.Equals(first, Vector256.Create((byte)'N')) & Vector256.Equals(third, Vector256.Create((byte)'N')))
                | (Vector256.Equals(first, Vector256.Create((byte)'I')) & Vector256.Equals(third, Vector256.Create((byte)'f')));
            if (found != Vector256<byte>.Zero && HoldsNonNumber(payload.Slice(at, Vector256<byte>.Count + Apart)))
                return true;
        }

        return HoldsNonNumber(payload[at..]);
    }

    private static bool HoldsNonNumber(ReadOnlySpan<byte> part) => part.IndexOf("NaN"u8) >= 0 || part.IndexOf("Inf"u8) >= 0;
}
