using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using PyperCache.Json;
using PyperCache.Models.Generated;

namespace PyperCache.Models;

/// <summary>What the generator implements for every type with <see cref="ApiModelAttribute"/>. Not meant to be implemented or called by hand.</summary>
public interface IApiModel
{
    /// <summary>Hands every member to the writer, in the order of the schema's fields.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    void WriteMembers(ref ModelWriter writer);
}

/// <summary>The join between generated models and the runtime: <c>where T : IApiModel&lt;T&gt;</c> needs neither reflection nor a registry.</summary>
/// <typeparam name="T">The model itself.</typeparam>
public interface IApiModel<T> : IApiModel, IEquatable<T>
    where T : IApiModel<T>
{
    /// <summary>The fields of the model: raw keys, shapes and rules.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract ModelSchema Schema { get; }

    /// <summary>Hydrates the object at the cursor and moves behind it.</summary>
    /// <param name="cursor">Stands at the first byte of a value.</param>
    /// <param name="value">The model, when the result is true.</param>
    /// <returns>False, with the cursor unmoved, when the value is no object. A member that does not fit is told through <see cref="JsonCursor.Fail"/>.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract bool TryHydrate(ref JsonCursor cursor, [MaybeNullWhen(false)] out T value);

    /// <summary>Reads the next rows of columns, column by column.</summary>
    /// <param name="cursor">The cursor with which the columns were opened.</param>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">Gets the rows.</param>
    /// <returns>False, with nothing read, when models of this type are read from columns row by row.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static virtual bool TryReadRows(ref JsonCursor cursor, ColumnBatch columns, List<T> rows) => false;

    /// <summary>What <see cref="object.Equals(object)"/> says, for types that have no <c>Equals</c> of their own type.</summary>
    bool IEquatable<T>.Equals(T? other) => Equals((object?)other);
}
