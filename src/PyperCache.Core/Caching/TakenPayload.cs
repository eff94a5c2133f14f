using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using PyperCache.Models;
using PyperCache.Models.Generated;
using PyperCache.Storage;

namespace PyperCache;

/// <summary>A payload that was taken out of the store, to be hydrated once.</summary>
/// <remarks>
/// Hydrating runs whatever constructors, setters and converters a model has, and those may ask a cache again or wait for a thread that does. So the
/// store only lends the bytes for as long as it takes to copy them, and no lock is held afterwards.
/// </remarks>
/// <param name="staleAt">The time to judge by when a stale record is not wanted; null when it is.</param>
internal sealed class TakenPayload<T>(DateTimeOffset? staleAt = null) : PayloadVisitor
{
    private byte[]? _bytes;
    private bool _isRented;

    /// <summary>The times of the record.</summary>
    public RecordTimes Times { get; private set; }

    /// <summary>The bytes of the payload.</summary>
    public int Length { get; private set; }

    public override void Visit(ReadOnlySpan<byte> payload, RecordTimes times)
    {
        Times = times;
        if (staleAt is { } now && times.IsStaleAt(now))
            return;
        Length = payload.Length;
        _isRented = !Hydration.KeepsBytes(ModelRegistry.Find<T>(), Length);
        _bytes = _isRented ? ArrayPool<byte>.Shared.Rent(Length) : GC.AllocateUninitializedArray<byte>(Length);
        payload.CopyTo(_bytes);
    }

    /// <summary>Hydrates it.</summary>
    /// <returns>False when there was nothing, or nothing that is wanted.</returns>
    public bool TryHydrate([MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (_bytes is not { } bytes)
            return false;
        _bytes = null;
        if (!_isRented)
        {
            value = ApiModel.FromJson<T>((ReadOnlyMemory<byte>)bytes);
            return true;
        }

        try
        {
            value = ApiModel.FromJson<T>(bytes.AsSpan(0, Length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }

        return true;
    }
}
