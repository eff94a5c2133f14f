using Microsoft.CodeAnalysis;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>A member of a model that has been read, with the symbols that later steps of the parser still ask.</summary>
/// <param name="Symbol">The property or field.</param>
/// <param name="Parameter">The constructor parameter that it comes from, or null.</param>
/// <param name="Spec">What the emitter sees.</param>
internal sealed record ModelMember(ISymbol Symbol, IParameterSymbol? Parameter, MemberSpec Spec)
{
    public ITypeSymbol Type => Symbol is IPropertySymbol property ? property.Type : ((IFieldSymbol)Symbol).Type;
}
