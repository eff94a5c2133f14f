namespace PyperCache.Generators.Model.Models;

/// <summary>A type that is made known to those who have only its type or its name.</summary>
/// <param name="TypeName">The type.</param>
/// <param name="CastName">The name in caches.</param>
/// <param name="Shape">The expression of its shape; null for a model, which has its own.</param>
internal sealed record RegistrationSpec(string TypeName, string CastName, string? Shape);
