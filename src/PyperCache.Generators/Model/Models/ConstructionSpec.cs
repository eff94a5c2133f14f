using PyperCache.Generators.Kit;

namespace PyperCache.Generators.Model.Models;

/// <summary>How a model comes into being.</summary>
/// <param name="Arguments">The members that are arguments of the constructor, in its order; empty when members are assigned one by one.</param>
/// <param name="Chain">What the hydrating constructor calls first: <c>this()</c>, or nothing.</param>
/// <param name="DefaultConstructor">The declaration of the parameterless constructor that the type would lose by getting another one; null when it has its own.</param>
internal sealed record ConstructionSpec(EquatableArray<int> Arguments, string Chain, string? DefaultConstructor)
{
    public bool TakesArguments => Arguments.Count > 0;
}
