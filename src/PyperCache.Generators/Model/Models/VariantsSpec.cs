using PyperCache.Generators.Kit;

namespace PyperCache.Generators.Model.Models;

/// <summary>The models that a discriminator puts in the place of a base.</summary>
/// <param name="Key">The raw key of the discriminator.</param>
/// <param name="Items">The models; empty when the type is not polymorphic.</param>
internal sealed record VariantsSpec(string Key, EquatableArray<VariantSpec> Items);

/// <summary>One of them.</summary>
/// <param name="TypeName">The derived model.</param>
/// <param name="Tag">The discriminator, as a literal.</param>
internal sealed record VariantSpec(string TypeName, string Tag);
