using Microsoft.CodeAnalysis;
using PyperCache.Generators.Model.Models;
using PyperCache.Generators.Parsing.Models.Declared;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>A member of a model that has been read, with what later steps of the parser still ask.</summary>
/// <param name="Declared">The property or field.</param>
/// <param name="Parameter">The constructor parameter that it comes from, or null.</param>
/// <param name="Spec">What the emitter sees.</param>
internal sealed record ModelMember(DeclaredMember Declared, IParameterSymbol? Parameter, MemberSpec Spec);
