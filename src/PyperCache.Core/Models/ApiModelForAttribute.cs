namespace PyperCache.Models;

/// <summary>Makes a type known that cannot or need not have <see cref="ApiModelAttribute"/>: one of another library, a closed generic model, an enum, a type
/// of a <c>JsonSerializerContext</c>. It is then hydrated by <see cref="ApiModel"/>, in members of models, by caches and by clients.</summary>
/// <remarks>A type of another library is read as a model would be: its public members, by their settable properties and its constructor. It keeps no payload, so
/// that unknown keys do not come back.</remarks>
/// <typeparam name="T">The type.</typeparam>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ApiModelForAttribute<T> : Attribute
{
    /// <inheritdoc cref="ApiModelAttribute.Validate"/>
    public bool Validate { get; set; }

    /// <inheritdoc cref="ApiModelAttribute.Strict"/>
    public bool Strict { get; set; }

    /// <inheritdoc cref="ApiModelAttribute.Naming"/>
    public KeyNaming Naming { get; set; }

    /// <summary>The name under which caches remember the type as a cast. Null: its full name.</summary>
    public string? Name { get; set; }

    /// <summary>A <see cref="System.Text.Json.Serialization.JsonSerializerContext"/> that reads and writes the type. Null: generated code does.</summary>
    public Type? Context { get; set; }
}
