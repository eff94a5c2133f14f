using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace PyperCache.Json;

/// <summary>Reads one .NET value from the JSON value at which a cursor stands.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>Infrastructure that generated code and the layers above share; it is not meant to be called by user code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PayloadReader<T>
{
    /// <summary>Reads the value at the cursor and moves behind it, whether or not it fits.</summary>
    /// <param name="cursor">Stands at (or in white space before) the first byte of a value.</param>
    /// <param name="value">The value, when the result is true.</param>
    /// <returns>False when the JSON value is well formed but cannot be turned into a <typeparamref name="T"/> without loss.</returns>
    /// <exception cref="System.Text.Json.JsonException">The JSON is malformed.</exception>
    public abstract bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out T value);

    /// <summary>Whether values read by this reader keep slices of the payload: raw JSON for the way back, or lazies that are read later.</summary>
    /// <remarks>A caller whose bytes do not outlive the call must copy them first when this is true.</remarks>
    public virtual bool RetainsPayload => false;

    /// <summary>Reads elements of the array that the cursor has entered, until all values are there, the array ends or an element does not fit.</summary>
    /// <param name="cursor">Has entered the array.</param>
    /// <param name="values">Filled from the front.</param>
    /// <param name="started">False before the first element; kept here.</param>
    /// <param name="misfit">Where the element starts that does not fit and has been skipped; -1 when there is none.</param>
    /// <returns>The number of values read. When it is less than there is room for and nothing was a misfit, the array has ended.</returns>
    /// <exception cref="System.Text.Json.JsonException">The JSON is malformed.</exception>
    internal virtual int ReadElements(ref JsonCursor cursor, scoped Span<T> values, ref bool started, out int misfit)
    {
        misfit = -1;
        int count = 0;
        while (count < values.Length && cursor.NextElement(ref started))
        {
            cursor.Peek();
            int start = cursor.Position;
            if (!TryRead(ref cursor, out values[count]!))
            {
                misfit = start;
                break;
            }

            count++;
        }

        return count;
    }
}
