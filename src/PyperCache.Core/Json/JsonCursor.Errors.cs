using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace PyperCache.Json;

public ref partial struct JsonCursor
{
    /// <summary>Reports malformed JSON: what may stand at a place, and what does.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void ThrowExpected(string expected, int at) => Throw($"Expected {expected}, found {Describe(at)}.", at);

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void ThrowTooDeep(int at) =>
        Throw($"Arrays and objects are nested deeper than {MaxDepth}.", at);

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly void Throw(string message, int at)
    {
        ReadOnlySpan<byte> before = _json[..at];
        long line = before.Count((byte)'\n');
        long column = at - (before.LastIndexOf((byte)'\n') + 1);
        throw new JsonException(
            string.Create(CultureInfo.InvariantCulture, $"{message} LineNumber: {line} | BytePositionInLine: {column}."), null, line, column);
    }

    private readonly string Describe(int at)
    {
        if (at >= _json.Length)
            return "the end of the JSON";
        byte found = _json[at];
        return found is > 0x20 and < 0x7F ? $"'{(char)found}'" : string.Create(CultureInfo.InvariantCulture, $"byte 0x{found:X2}");
    }
}
