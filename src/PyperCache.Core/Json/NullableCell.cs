using System.Runtime.CompilerServices;

namespace PyperCache.Json;

/// <summary>Values or null in columns.</summary>
internal readonly struct NullableCell<T, TCell>(TCell inner) : ICell<T?>
    where T : struct
    where TCell : struct, ICell<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryConvert(ref byte json, ref int p, int length, out T? value)
    {
        if (Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref json, p)) == Literals.Null)
        {
            p += sizeof(uint);
            value = null;
            return true;
        }

        bool fits = inner.TryConvert(ref json, ref p, length, out T known);
        value = known;
        return fits;
    }

    public bool TryRead(ref JsonCursor cursor, out T? value)
    {
        value = null;
        if (cursor.TryReadNull())
            return true;
        bool fits = inner.TryRead(ref cursor, out T known);
        if (fits)
            value = known;
        return fits;
    }
}
