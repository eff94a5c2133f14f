using System.ComponentModel;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>The slice of the payload that a record was hydrated from, and which record that was: a copy by <c>with</c> has both, but is another.</summary>
/// <remarks>For records that only a copy can change. Equal to every other, as <see cref="RawPayload"/> is.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct OwnPayload : IEquatable<OwnPayload>
{
    private readonly object? _owner;

    private OwnPayload(RawPayload raw, object owner)
    {
        Raw = raw;
        _owner = owner;
    }

    /// <summary>The slice; empty for a record that was constructed by hand.</summary>
    public RawPayload Raw { get; }

    /// <summary>The slice of a record that has been hydrated; see <see cref="RawPayload.Of"/>.</summary>
    public static OwnPayload Of(object owner, ref JsonCursor cursor, in FieldLoop loop) => new(RawPayload.Of(ref cursor, in loop), owner);

    /// <summary>Whether it is this very record that was hydrated.</summary>
    public bool IsOf(object model) => ReferenceEquals(_owner, model);

    /// <inheritdoc/>
    public bool Equals(OwnPayload other) => true;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OwnPayload;

    /// <inheritdoc/>
    public override int GetHashCode() => 0;

    /// <summary>Always true.</summary>
    public static bool operator ==(OwnPayload left, OwnPayload right) => left.Equals(right);

    /// <summary>Always false.</summary>
    public static bool operator !=(OwnPayload left, OwnPayload right) => !left.Equals(right);
}
