using System.Text.Json.Serialization;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

public enum Color
{
    [JsonStringEnumMemberName("dark-red")]
    DarkRed = 1,
    Blue,
}

[ApiModel(Validate = true)]
public partial record Paint(Color Color);

[ApiModel]
public partial class Tolerant
{
    public int Count { get; init; } = 3;

    public string Name { get; init; } = "nobody";

    public List<string> Tags { get; init; } = ["old"];

    public Paint? Inner { get; set; }
}

[ApiModel]
public partial class Demanding
{
    public required int Id { get; init; }
}

[ApiModel(Validate = true)]
public partial record Lists(List<string>? Texts, Dictionary<string, int>? Numbers, List<int?>? Maybe);

[ApiModel(Validate = true)]
public partial record Node(string Name, List<Node> Children);
