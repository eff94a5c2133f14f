namespace PyperCache.Http;

/// <summary>After a successful write, removes cached answers of the same client and origin, whoever they were fetched for.</summary>
/// <param name="targets">
/// Each is a path pattern when it starts with a slash (<c>/widgets*</c>; a star stands for any text, <c>{id}</c> for the value that the
/// request's own path has there, and for any segment when it has none) and else a tag of <see cref="CacheForAttribute.Tags"/>.
/// </param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class InvalidatesAttribute(params string[] targets) : Attribute
{
    /// <summary>Path patterns and tags.</summary>
    public IReadOnlyList<string> Targets { get; } = targets;
}
