using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace PyperCache.Json;

/// <content>
/// The reads under one name. They are not for emitted code, which calls each by its own: a compiler weighs all overloads for every call.
/// </content>
public ref partial struct JsonCursor
{
    /// <inheritdoc cref="TryReadString"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryRead([NotNullWhen(true)] out string? value) => TryReadString(out value);

    /// <inheritdoc cref="TryReadBoolean"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryRead(out bool value) => TryReadBoolean(out value);

    /// <inheritdoc cref="TryReadByte"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryRead(out byte value) => TryReadByte(out value);

    /// <inheritdoc cref="TryReadDecimal"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryRead(out decimal value) => TryReadDecimal(out value);

    /// <inheritdoc cref="TryReadDouble"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryRead(out double value) => TryReadDouble(out value);

    /// <inheritdoc cref="TryReadSingle"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryRead(out float value) => TryReadSingle(out value);

    /// <inheritdoc cref="TryReadInt32"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryRead(out int value) => TryReadInt32(out value);

    /// <inheritdoc cref="TryReadInt64"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryRead(out long value) => TryReadInt64(out value);

    /// <inheritdoc cref="TryReadSByte"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryRead(out sbyte value) => TryReadSByte(out value);

    /// <inheritdoc cref="TryReadInt16"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryRead(out short value) => TryReadInt16(out value);

    /// <inheritdoc cref="TryReadUInt32"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryRead(out uint value) => TryReadUInt32(out value);

    /// <inheritdoc cref="TryReadUInt64"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryRead(out ulong value) => TryReadUInt64(out value);

    /// <inheritdoc cref="TryReadUInt16"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryRead(out ushort value) => TryReadUInt16(out value);
}
