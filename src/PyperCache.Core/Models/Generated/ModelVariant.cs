using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>A model that a discriminator chooses instead of its base.</summary>
/// <typeparam name="TBase">The base.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ModelVariant<TBase>
{
    private protected ModelVariant(string tag, bool isNumber)
    {
        Tag = tag;
        IsNumber = isNumber;
    }

    internal string Tag { get; }

    internal bool IsNumber { get; }

    internal abstract Type Type { get; }

    internal abstract ModelSchema Schema { get; }

    /// <summary>Hydrates the chosen model; see <see cref="ModelSchema{T}.TryHydrate"/>.</summary>
    internal abstract bool TryHydrate(ref JsonCursor cursor, [MaybeNullWhen(false)] out TBase value);
}

/// <inheritdoc/>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ModelVariant<TBase, TDerived> : ModelVariant<TBase>
    where TDerived : TBase, IApiModel<TDerived>
{
    /// <summary>A model chosen by a text.</summary>
    public ModelVariant(string tag)
        : base(tag, isNumber: false)
    {
    }

    /// <summary>A model chosen by a number.</summary>
    public ModelVariant(int tag)
        : base(tag.ToString(System.Globalization.CultureInfo.InvariantCulture), isNumber: true)
    {
    }

    internal override Type Type => typeof(TDerived);

    internal override ModelSchema Schema => TDerived.Schema;

    /// <inheritdoc/>
    internal override bool TryHydrate(ref JsonCursor cursor, [MaybeNullWhen(false)] out TBase value)
    {
        bool isObject = ModelSchema<TDerived>.TryHydrate(ref cursor, out TDerived? derived);
        value = derived;
        return isObject;
    }
}
