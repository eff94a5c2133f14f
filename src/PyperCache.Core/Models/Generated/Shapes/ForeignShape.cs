using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>A type whose hydrator stands beside it.</summary>
internal sealed class ForeignShape<T, TModel> : Shape<T>
    where TModel : IForeignModel<T, TModel>
{
    private static ModelShape<TModel> Inner => ModelShape<TModel>.Instance;

    public override string Expected => Inner.Expected;

    public override bool RetainsPayload => Inner.RetainsPayload;

    public override bool TryRead(ref JsonCursor cursor, [MaybeNullWhen(false)] out T value)
    {
        bool fits = Inner.TryRead(ref cursor, out TModel? model);
        value = fits ? model!.Value : default;
        return fits;
    }

    public override void Write(Utf8JsonWriter writer, T value) => Inner.Write(writer, TModel.Around(value));

    public override bool AreEqual(T left, T right) =>
        ReferenceEquals(left, right) || (left is not null && right is not null && ToJson(left).Span.SequenceEqual(ToJson(right).Span));

    public override int Hash(T value)
    {
        HashCode hash = default;
        if (value is not null)
            hash.AddBytes(ToJson(value).Span);
        return hash.ToHashCode();
    }

    public override void Check(ref JsonCursor cursor, ref CheckLog log) => Inner.Check(ref cursor, ref log);

    public override void CheckNested(ref JsonCursor cursor, ref CheckLog log) => Inner.CheckNested(ref cursor, ref log);
}
