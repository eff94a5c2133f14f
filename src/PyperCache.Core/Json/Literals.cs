namespace PyperCache.Json;

/// <summary>The characters of the literals as numbers, so that one compare tells them.</summary>
internal static class Literals
{
    public static readonly uint True = BitConverter.ToUInt32("true"u8);
    public static readonly uint Alse = BitConverter.ToUInt32("alse"u8);
    public static readonly uint Null = BitConverter.ToUInt32("null"u8);
}
