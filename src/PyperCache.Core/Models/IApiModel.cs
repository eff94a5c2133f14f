using System.ComponentModel;
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

    /// <summary>Makes a model of the object that the cursor has entered, and moves behind the object. A member that does not fit is told through <see cref="JsonCursor.Fail"/>.</summary>
    /// <param name="cursor">The cursor that entered the object.</param>
    /// <param name="fields">The loop with which it did, over the keys of <see cref="Schema"/>.</param>
    /// <returns>The model; of this very type, whatever a discriminator says.</returns>
    /// <exception cref="NotSupportedException">The type is abstract, as <see cref="ModelSchema.IsAbstract"/> says.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static virtual T Hydrate(ref JsonCursor cursor, ref FieldLoop fields) => throw new NotSupportedException($"{typeof(T)} is abstract: no object is made of it.");

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
