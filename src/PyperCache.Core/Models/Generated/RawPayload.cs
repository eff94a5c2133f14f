using System.ComponentModel;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>The slice of the payload that a model was hydrated from. Empty for a model that was constructed by hand.</summary>
/// <remarks>Equal to every other, so that the hidden field in which a model keeps it never decides whether two records are equal.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RawPayload : IEquatable<RawPayload>
{
    internal RawPayload(ReadOnlyMemory<byte> json) => Json = json;

    internal ReadOnlyMemory<byte> Json { get; }

    /// <summary>The slice from the start of the object to the cursor; empty when the fields came from columns, which have no object of their own.</summary>
    public static RawPayload Of(ref JsonCursor cursor, in FieldLoop loop) => loop.Row is not null ? default : new(cursor.SliceFrom(loop.Start));

    /// <inheritdoc/>
    public bool Equals(RawPayload other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RawPayload;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <summary>Always true.</summary>
    public static bool operator ==(RawPayload left, RawPayload right) => left.Equals(right);

    /// <summary>Always false.</summary>
    public static bool operator !=(RawPayload left, RawPayload right) => !left.Equals(right);
}
