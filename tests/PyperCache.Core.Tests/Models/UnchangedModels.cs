using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

[ApiModel(Validate = true)]
public partial record Note(int Id, string? Text, IReadOnlyList<Mark>? Marks = null, Optional<Lazy<Mark>> Main = default, ImmutableArray<int>? Pages = null, JsonElement Extra = default, object? Any = null);

[ApiModel(Validate = true)]
public readonly partial record struct Mark(string Name, int? Size = null);

[ApiModel(Validate = true)]
public sealed partial record LongNote(int Id, string? Text, int Length) : Note(Id, Text);

[ApiModel(Validate = true)]
public sealed partial record EditedNote(int Id, string? Text) : Note(Id, Text)
{
    public string? Editor { get; set; }
}

public sealed record OwnNote(string Colour, Note Of) : Note(Of);

[ApiModel(Validate = true)]
public sealed partial class FixedNote
{
    public required int Id { get; init; }

    public string Text { get; init; } = "none";

    public Mark? Mark { get; init; }

    public FixedNote Copy() => (FixedNote)MemberwiseClone();
}

[ApiModel(Validate = true)]
public sealed partial class PrimaryNote(int id, string text = "none")
{
    public int Id { get; } = id;

    public string Text { get; } = text;
}

[ApiModel(Validate = true)]
public readonly partial struct NoteValue(int id)
{
    public int Id { get; } = id;
}

[ApiModel(Validate = true)]
public sealed partial record Rack<T>(T Only, IReadOnlyDictionary<string, T>? Others = null);

[ApiModel(Validate = true), JsonDerivedType(typeof(Slip), "slip"), JsonDerivedType(typeof(Poster), "poster")]
public abstract partial record Paper(string Title);

[ApiModel(Validate = true)]
public sealed partial record Slip(string Title) : Paper(Title);

[ApiModel(Validate = true)]
public sealed partial record Poster(string Title) : Paper(Title)
{
    public int Copies { get; set; }
}

[ApiModel(Validate = true)]
public sealed partial record Tube(Paper Paper);

[ApiModel(Validate = true)]
public sealed partial record Board(Drawer? Drawer = null, List<int>? List = null, int[]? Array = null, System.Text.Json.Nodes.JsonNode? Node = null, Lazy<List<int>>? Later = null, Dictionary<string, int>? Map = null);

/// <summary>Each holds the other; only one of them can change.</summary>
[ApiModel(Validate = true)]
public sealed partial record Drawer(int Id, Sheet? Sheet = null);

[ApiModel(Validate = true)]
public sealed partial record Sheet(string Text, Drawer? In = null)
{
    public string? Stain { get; set; }
}

[ApiModel(Validate = true)]
public sealed partial record Chain(int Id, Chain? Next = null);

[ApiModel(Validate = true)]
public sealed partial record Trimmed(string Text)
{
    public string Text { get; init; } = Text.Trim();
}

[ApiModel(Validate = true)]
public sealed partial record Shouted
{
    public required string Text { get; init => field = value.ToUpperInvariant(); }
}

[ApiModel(Validate = true)]
public sealed partial class Greeting
{
    public Greeting() => Text = "hello";

    public string? Text { get; init; }
}

[ApiModel(Validate = true)]
public partial record Framed(string Text);

[ApiModel(Validate = true)]
public sealed partial record Widened(string Text, string Frame) : Framed(Text + Frame);

[ApiModel(Validate = true)]
public sealed partial record Stamped(int Id)
{
    private static int s_made;

    public int Made { get; init; } = Interlocked.Increment(ref s_made);
}
