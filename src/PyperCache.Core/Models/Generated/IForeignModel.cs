using System.ComponentModel;

namespace PyperCache.Models.Generated;

/// <summary>A model around a value of a type that is registered with <see cref="ApiModelForAttribute{T}"/>: it reads and writes the members of that value.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TSelf">The model around it.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IForeignModel<T, TSelf> : IApiModel<TSelf>
    where TSelf : IForeignModel<T, TSelf>
{
    /// <summary>The value.</summary>
    T Value { get; }

    /// <summary>Puts a model around a value.</summary>
    static abstract TSelf Around(T value);
}
