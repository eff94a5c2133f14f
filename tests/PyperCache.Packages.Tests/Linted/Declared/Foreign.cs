#nullable enable

using Linted;
using PyperCache.Models;

[assembly: ApiModelFor<ForeignClass>(Validate = true)]
[assembly: ApiModelFor<ForeignStruct>]
[assembly: ApiModelFor<ForeignRecord>]
[assembly: ApiModelFor<ForeignGeneric<int>>(Name = "linted.generic")]
[assembly: ApiModelFor<Page<OpenClass>>]
[assembly: ApiModelFor<List<Colour[]>>]
[assembly: ApiModelFor<int?>]

namespace Linted;

/// <summary>Types that have no attribute of their own.</summary>
public class ForeignClass
{
    public required int Id { get; init; }
    public string Name { get; set; } = "n";
    public List<int>? Items { get; init; }
    public Row Row { get; set; }
}

public readonly struct ForeignStruct(int a)
{
    public int A { get; } = a;
}

public readonly record struct ForeignRecord(int A, string? B);

public class ForeignGeneric<T>
{
    public T? A { get; set; }
    public List<T> B { get; init; } = [];
}
