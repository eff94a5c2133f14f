using Microsoft.CodeAnalysis;
using static PyperCache.Generators.Diagnostics.Descriptors;

namespace PyperCache.Generators.Diagnostics;

/// <summary>What can be wrong with an API client and the policies of its endpoints.</summary>
internal static class ClientDiagnostics
{
    public static readonly DiagnosticDescriptor NotPartial = Error(
        "PYP0300", "An API client must be partial", "'{0}' has [ApiClient] but is not partial: add the modifier, so that its endpoints can be written into it");

    public static readonly DiagnosticDescriptor ContainingTypeNotPartial = Error(
        "PYP0301", "A type around an API client must be partial", "'{0}' contains the client '{1}' but is not partial: add the modifier");

    public static readonly DiagnosticDescriptor NoWrapper = Error(
        "PYP0302", "An API client must derive from ApiWrapper", "'{0}' has [ApiClient] but does not derive from ApiWrapper, which sends its requests");

    public static readonly DiagnosticDescriptor UnsupportedKind = Error(
        "PYP0303", "This kind of type cannot be an API client", "'{0}' cannot be an API client: {1}");

    public static readonly DiagnosticDescriptor NoInterface = Error(
        "PYP0304", "[ApiClient<T>] needs a Refit interface", "'{0}' is no Refit interface: {1}");

    public static readonly DiagnosticDescriptor GivenTwice = Error(
        "PYP0305", "An interface is given twice", "'{0}' implements '{1}' twice: an interface can have one origin");

    public static readonly DiagnosticDescriptor CacheForNeedsGet = Error(
        "PYP0306", "[CacheFor] needs a GET", "'{0}' has [CacheFor] but is a {1}: only the answers of GETs are cached");

    public static readonly DiagnosticDescriptor BadSeconds = Error(
        "PYP0307", "A time of [CacheFor] is out of range", "{0} of [CacheFor] on '{1}' is {2}: give zero or more seconds, or double.PositiveInfinity");

    public static readonly DiagnosticDescriptor PoliciesDiffer = Error(
        "PYP0308", "Two overloads cannot be told apart", "'{0}' has two overloads for \"{1}\" with different cache policies: at run time only name and path are known, so give one another name or both the same policy");

    public static readonly DiagnosticDescriptor CacheForAndNoCache = Error(
        "PYP0309", "[CacheFor] and [NoCache] contradict each other", "'{0}' has both [CacheFor] and [NoCache]");

    public static readonly DiagnosticDescriptor InvalidatesNeedsWrite = Warning(
        "PYP0310", "[Invalidates] does nothing on a GET", "'{0}' is a GET: only after a successful write are cached answers removed");

    public static readonly DiagnosticDescriptor UnknownTag = Warning(
        "PYP0311", "[Invalidates] names a tag that nothing has", "'{0}' invalidates \"{1}\", but no endpoint of '{2}' has that tag; a path pattern begins with a slash");
}
