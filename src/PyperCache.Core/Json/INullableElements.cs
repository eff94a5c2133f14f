namespace PyperCache.Json;

/// <summary>Reads many elements of an array in one go that may be null.</summary>
/// <typeparam name="T">The type of the elements that are not null.</typeparam>
internal interface INullableElements<T>
    where T : struct
{
    /// <inheritdoc cref="PayloadReader{T}.ReadElements"/>
    int ReadElementsOrNull(ref JsonCursor cursor, scoped Span<T?> values, ref bool started, out int misfit);
}
