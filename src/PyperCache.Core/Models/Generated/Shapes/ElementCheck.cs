using System.Runtime.CompilerServices;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>Checks the elements of an array by reading many of them in one go.</summary>
internal static class ElementCheck
{
    private const int Size = 64;

    /// <summary>Checks all elements, of a shape that finds no more in a value than whether it can be read.</summary>
    /// <param name="shape">The shape of the elements.</param>
    /// <param name="expected">What messages say is expected.</param>
    /// <param name="cursor">Has entered the array.</param>
    /// <param name="log">Takes the elements that do not fit.</param>
    /// <returns>The number of elements.</returns>
    [SkipLocalsInit]
    public static int Run<T>(Shape<T> shape, string expected, ref JsonCursor cursor, ref CheckLog log)
    {
        Unsafe.SkipInit(out Values<T> buffer);
        Span<T> values = buffer;
        bool started = false;
        int count = 0;
        while (true)
        {
            int read = shape.ReadElements(ref cursor, values, ref started, out int misfit);
            count += read;
            if (misfit >= 0)
            {
                log.Report(ref cursor, misfit, expected);
                count++;
            }
            else if (read < values.Length)
            {
                return count;
            }
        }
    }

    [InlineArray(Size)]
    private struct Values<T>
    {
        private T _first;
    }
}
