#nullable enable

using System.Text.Json.Serialization;
using PyperCache.Models;

namespace Linted;

/// <summary>Every kind of type that can be a model.</summary>
[ApiModel]
public partial class OpenClass
{
    public int A { get; set; }

    public string? B { get; set; }
}

[ApiModel]
public sealed partial class SealedClass
{
    public required int A { get; init; }

    public List<string> B { get; init; } = [];
}

[ApiModel(Validate = true, Strict = true)]
public sealed partial class StrictClass
{
    public required Guid Id { get; init; }

    public double Share { get; set; } = 0.5;
}

[ApiModel(KeepRaw = false)]
public sealed partial record WithoutRaw(int A, string? B);

[ApiModel(Name = "linted.named")]
internal sealed partial record Named(int A);

[ApiModel]
public partial record OpenRecord(int A, List<int> Items);

[ApiModel]
public sealed partial record DerivedRecord(int A, List<int> Items, List<string> More) : OpenRecord(A, Items);

[ApiModel]
public partial class Base
{
    public int A { get; set; }
}

[ApiModel]
public partial class Derived : Base
{
    public int C { get; set; }
}

[ApiModel]
public sealed partial class WithConstructor
{
    public WithConstructor() => B = "";

    [JsonConstructor]
    public WithConstructor(int a, string b = "b")
    {
        A = a;
        B = b;
    }

    public int A { get; }

    public string B { get; }
}

[ApiModel]
public sealed partial class WithPrimaryConstructor(int a, string b)
{
    public int A { get; } = a;

    public string B { get; } = b;

    public int? Z { get; set; }
}

[ApiModel]
public sealed partial class OwnEquality
{
    public int A { get; set; }

    public override bool Equals(object? obj) => obj is OwnEquality other && other.A == A;

    public override int GetHashCode() => A;
}

[ApiModel]
public partial struct MutableStruct
{
    public int A { get; set; }

    public string? B { get; set; }
}

[ApiModel]
public readonly partial struct ReadOnlyStruct
{
    public int A { get; init; }

    public List<int>? B { get; init; }
}

[ApiModel]
public readonly partial record struct Row(int A, [Alias("b.c", "b")] string? B);

[ApiModel]
public sealed partial class Empty;

[ApiModel]
public sealed partial record Page<T>(List<T> Items, T? First, int Total) where T : class;

[ApiModel, JsonDerivedType(typeof(Circle), "circle"), JsonDerivedType(typeof(Square), 2)]
public abstract partial class Figure
{
    public string? Colour { get; set; }
}

[ApiModel]
public sealed partial class Circle : Figure
{
    public double Radius { get; set; }
}

[ApiModel]
public sealed partial class Square : Figure
{
    public double Side { get; set; }
}

[Obsolete("Take Row.")]
[ApiModel]
public sealed partial class Old
{
    [Obsolete("Take nothing.")]
    public int A { get; set; }

    public Old? Next { get; set; }
}

public static partial class Outer<T>
{
    [ApiModel]
    internal sealed partial record Inner(int A);
}

public partial class Holder
{
    public static object Read() => Hidden.FromJson("{}");

    [ApiModel]
    private sealed partial record Hidden(int A);
}

[ApiModel]
public sealed partial record Defaults(
    int A = 3, string B = "x\"", double C = 1.5, Colour D = Colour.Green, char F = 'c', int? G = 4, decimal H = 1.5m, string? I = null);

public enum Colour
{
    [JsonStringEnumMemberName("r")]
    Red,
    Green,
}
