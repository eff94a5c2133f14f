using Microsoft.CodeAnalysis;
using static PyperCache.Generators.Diagnostics.Descriptors;

namespace PyperCache.Generators.Diagnostics;

/// <summary>What can be wrong with a model.</summary>
internal static class ModelDiagnostics
{
    public static readonly DiagnosticDescriptor NotPartial = Error(
        "PYP0001", "A model must be partial", "'{0}' has [ApiModel] but is not partial: add the modifier, so that its hydrator can be written into it");

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = Error(
        "PYP0002", "A type around a model must be partial", "'{0}' contains the model '{1}' but is not partial: add the modifier");

    public static readonly DiagnosticDescriptor UnsupportedMemberType = Error(
        "PYP0003", "The type of a member cannot be hydrated", "'{0}' has the type '{1}', which cannot be read from JSON: mark that type with [ApiModel], use a supported type, or leave the member out with [JsonIgnore]");

    public static readonly DiagnosticDescriptor DuplicateKey = Error(
        "PYP0004", "Two members are read from one key", "'{0}' and '{1}' are both read from '{2}': give one of them another [Alias]");

    public static readonly DiagnosticDescriptor ColumnsNeedRows = Error(
        "PYP0005", "[Columns] needs a list of models", "'{0}' has [Columns] but its type '{1}' is no list of a type with [ApiModel]");

    public static readonly DiagnosticDescriptor TimestampNeedsTime = Error(
        "PYP0006", "[Timestamp] needs a type of time", "'{0}' has [Timestamp] but its type '{1}' is not DateTimeOffset, DateTime, DateOnly, TimeOnly, or a list of them");

    public static readonly DiagnosticDescriptor NoConstructor = Error(
        "PYP0007", "A model needs a constructor that can be called", "'{0}' cannot be constructed: {1}");

    public static readonly DiagnosticDescriptor UnknownColumn = Error(
        "PYP0008", "A required column that no member reads", "[Columns] of '{0}' requires '{1}', but no member of '{2}' is read from that key");

    public static readonly DiagnosticDescriptor ShallowNeedsLazy = Warning(
        "PYP0009", "[Shallow] does nothing here", "'{0}' has [Shallow] but is no Lazy<T>: only a lazy value can be left unchecked");

    public static readonly DiagnosticDescriptor UnsupportedKind = Error(
        "PYP0010", "This kind of type cannot be a model", "'{0}' cannot be a model: {1}");

    public static readonly DiagnosticDescriptor DerivedTypeIsNoModel = Error(
        "PYP0011", "A derived type must be a model", "[JsonDerivedType] names '{0}', which must derive from '{1}' and have [ApiModel] itself");

    public static readonly DiagnosticDescriptor NameIsGenerated = Error(
        "PYP0012", "A member has the name of a generated method", "'{0}' is the name of a method that is generated for every model: give the member another name, and its key with [Alias] where it has one");

    public static readonly DiagnosticDescriptor CannotBeRead = Error(
        "PYP0013", "A member must be readable", "'{0}' has no getter that generated code can call, so that it could not be written back: add one, or leave the member out with [JsonIgnore]");

    public static readonly DiagnosticDescriptor NameIsTaken = ErrorAtEnd(
        "PYP0014", "Two models have one name", "'{0}' and '{1}' are both remembered by caches as \"{2}\": give one of them another Name");

    public static readonly DiagnosticDescriptor WrongConverter = Error(
        "PYP0020", "A converter cannot read the member", "'{0}' has the converter '{1}', which is no JsonConverter<{2}> with a constructor without parameters");

    public static readonly DiagnosticDescriptor CannotBeRegistered = Error(
        "PYP0021", "A type cannot be registered", "'{0}' cannot be hydrated: {1}");
}
