using System.Diagnostics.CodeAnalysis;

namespace PyperCache.Storage.Files;

/// <summary>How records look in a file.</summary>
internal interface IRecordFormat
{
    /// <summary>Reads the key at the beginning of a record.</summary>
    /// <param name="start">The beginning of the record, or all of it.</param>
    /// <param name="key">The key.</param>
    /// <returns>False when the bytes end before the key does.</returns>
    bool TryReadKey(ReadOnlySpan<byte> start, [NotNullWhen(true)] out string? key);

    /// <summary>Reads a whole record.</summary>
    /// <param name="bytes">The record, all of it.</param>
    /// <exception cref="FormatException">It cannot be read; the message says why.</exception>
    DecodedRecord Read(ReadOnlyMemory<byte> bytes);
}
