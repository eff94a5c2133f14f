namespace PyperCache.Models.Generated;

/// <summary>A member whose value is not the payload's any more.</summary>
/// <param name="Replaces">The old value in the payload; empty when the payload has none.</param>
/// <param name="Path">The keys under which a value that is not there yet belongs.</param>
/// <param name="Json">The new value; empty when it is gone.</param>
internal sealed record MemberChange(Slice Replaces, string[] Path, ReadOnlyMemory<byte> Json)
{
    public bool IsReplacement => Replaces.End > 0 && !Json.IsEmpty;

    public bool IsFlatAddition => Replaces.End == 0 && Path.Length == 1;
}
