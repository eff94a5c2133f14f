namespace PyperCache.Models.Generated;
internal static class Tmp { public static bool TryEvaluate(this PyperCache.Query.Selector s, ReadOnlyMemory<byte> p, out ReadOnlyMemory<byte> json) { json = default; return false; } }
