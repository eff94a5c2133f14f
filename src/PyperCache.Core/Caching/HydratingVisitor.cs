using PyperCache.Models;
using PyperCache.Storage;

namespace PyperCache;

/// <summary>Hydrates a payload where the store holds it.</summary>
/// <param name="staleAt">The time to judge by when a stale record is not wanted; null when it is.</param>
internal sealed class HydratingVisitor<T>(DateTimeOffset? staleAt = null) : PayloadVisitor
{
    /// <summary>The object; the default when the record is stale and not wanted.</summary>
    public T Value { get; private set; } = default!;

    /// <summary>The times of the record.</summary>
    public RecordTimes Times { get; private set; }

    /// <summary>The bytes of the payload.</summary>
    public int Bytes { get; private set; }

    /// <summary>Whether the object is there to be used.</summary>
    public bool IsWanted { get; private set; }

    public override void Visit(ReadOnlySpan<byte> payload, RecordTimes times)
    {
        Times = times;
        Bytes = payload.Length;
        IsWanted = staleAt is not { } now || !times.IsStaleAt(now);
        if (IsWanted)
            Value = ApiModel.FromJson<T>(payload);
    }
}
