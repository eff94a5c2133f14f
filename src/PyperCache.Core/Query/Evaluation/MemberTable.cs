using PyperCache.Json;

namespace PyperCache.Query.Evaluation;

/// <summary>The members of one object.</summary>
internal sealed class MemberTable
{
    /// <summary>Objects with more members are rather dictionaries, of which a table would be as large as the payload.</summary>
    private const int MaxMembers = 256;

    private readonly Dictionary<string, Member> _members = new(StringComparer.Ordinal);

    private MemberTable()
    {
    }

    private bool IsComplete => _members.Count <= MaxMembers;

    /// <summary>Goes through an object once.</summary>
    public static MemberTable Read(ReadOnlySpan<byte> json, int start)
    {
        var table = new MemberTable();
        bool started = false;
        var cursor = new JsonCursor(json) { Position = start };
        cursor.BeginObject();
        while (table.IsComplete && cursor.NextMember(ref started, out ReadOnlySpan<byte> rawKey, out bool escaped))
        {
            int colon = cursor.Position - 1;
            cursor.Peek();
            table.Add(JsonCursor.KeyText(rawKey, escaped), colon, cursor.Position);
            cursor.Skip();
        }

        return table;
    }

    /// <returns>False when the object has too many members.</returns>
    public bool TryFind(string key, out int value)
    {
        value = _members.TryGetValue(key, out Member member) ? member.Value : -1;
        return IsComplete;
    }

    // The same answer as without a table: the last of those keys counts that are not too far from one another.
    private void Add(string key, int colon, int value)
    {
        if (!_members.TryGetValue(key, out Member earlier))
            _members.Add(key, new Member(value, IsClosed: false));
        else if (!earlier.IsClosed)
            _members[key] = DuplicateKeys.IsNear(earlier.Value, colon) ? new Member(value, IsClosed: false) : earlier with { IsClosed = true };
    }

    private readonly record struct Member(int Value, bool IsClosed);
}
