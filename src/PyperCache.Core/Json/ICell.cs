namespace PyperCache.Json;

/// <summary>How the elements of a column become values: at once where they are of the plainest kind, else through the cursor.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
internal interface ICell<T>
{
    /// <summary>Converts an element of the plainest kind.</summary>
    /// <param name="json">The first byte of the JSON.</param>
    /// <param name="p">Where the element starts; behind it when the result is true. 8 bytes from here on belong to the JSON, which does not end in a number.</param>
    /// <param name="length">The number of bytes of the JSON.</param>
    /// <param name="value">The value, when the result is true.</param>
    /// <returns>False when the element has to be read by <see cref="TryRead"/>, well formed or not.</returns>
    bool TryConvert(ref byte json, ref int p, int length, out T value);

    /// <summary>Reads an element of any kind, as <see cref="PayloadReader{T}.TryRead"/> does.</summary>
    bool TryRead(ref JsonCursor cursor, out T value);
}
