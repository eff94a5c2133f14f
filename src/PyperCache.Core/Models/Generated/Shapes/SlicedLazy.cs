using System.Diagnostics.CodeAnalysis;

namespace PyperCache.Models.Generated;

/// <summary>A lazy that knows the slice of the payload which it will hydrate.</summary>
internal sealed class SlicedLazy<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T> : Lazy<T>
{
    private SlicedLazy(ReadOnlyMemory<byte> json, Func<T> hydrate)
        : base(hydrate) => Json = json;

    public ReadOnlyMemory<byte> Json { get; }

    public static SlicedLazy<T> Of(Shape<T> shape, ReadOnlyMemory<byte> json, bool tolerant) =>
        new(json, () => Hydration.RunLazily(shape, json, tolerant));
}
