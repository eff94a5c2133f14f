using PyperCache.Benchmarks.Hydrate.Stj;
using PyperCache.Json;

namespace PyperCache.Benchmarks.Hydrate.ByHand;

/// <summary>The cursor driven by hand: what generated code can reach at best.</summary>
internal static class CommentByHand
{
    private static readonly KeyTable s_keys = KeyTable.Create(["postId"], ["id"], ["name"], ["email"], ["body"]);

    public static List<CommentDto> ReadAll(ReadOnlyMemory<byte> json)
    {
        var cursor = new JsonCursor(json);
        var all = new List<CommentDto>();
        bool started = false;
        cursor.BeginArray();
        while (cursor.NextElement(ref started))
            all.Add(Read(ref cursor));
        cursor.End();
        return all;
    }

    public static CommentDto ReadOne(ReadOnlyMemory<byte> json)
    {
        var cursor = new JsonCursor(json);
        CommentDto comment = Read(ref cursor);
        cursor.End();
        return comment;
    }

    private static CommentDto Read(ref JsonCursor cursor)
    {
        int postId = 0;
        int id = 0;
        string? name = null;
        string? email = null;
        string? body = null;
        var loop = new FieldLoop(s_keys);
        cursor.BeginObject(ref loop);
        while (true)
        {
            switch (cursor.NextField(ref loop))
            {
                case 0: cursor.TryReadInt32(out postId); continue;
                case 1: cursor.TryReadInt32(out id); continue;
                case 2: cursor.TryReadString(out name); continue;
                case 3: cursor.TryReadString(out email); continue;
                case 4: cursor.TryReadString(out body); continue;
            }

            break;
        }

        return new CommentDto { PostId = postId, Id = id, Name = name ?? "", Email = email ?? "", Body = body ?? "" };
    }
}
