namespace PyperCache.Http;

/// <summary>
/// Makes a partial class that derives from <see cref="ApiWrapper"/> implement a Refit interface: the generator writes the members, on top
/// of the stub that Refit generates, and the table of the endpoints' cache policies.
/// </summary>
/// <typeparam name="T">The Refit interface. Give the attribute once for each.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ApiClientAttribute<T> : Attribute
    where T : class
{
    /// <summary>The origin that the interface's requests go to. Null, the default: the client's default origin.</summary>
    public string? Origin { get; set; }

    /// <summary>
    /// The name of the interface that is generated for the class: all endpoints and the class's own public methods, for containers and test
    /// doubles. Default: the name of the class after an I. Null: none is generated.
    /// </summary>
    public string? Interface { get; set; } = "";
}
