using Microsoft.CodeAnalysis;
using static PyperCache.Generators.Diagnostics.Descriptors;

namespace PyperCache.Generators.Diagnostics;

/// <summary>What can be wrong with a selector that is written as a literal.</summary>
internal static class SelectorDiagnostics
{
    public static readonly DiagnosticDescriptor NotASelector = Error(
        "PYP0500", "A text is no selector", "\"{0}\" is no selector: {1}");

    public static readonly DiagnosticDescriptor AliasIsLiteralKey = Warning(
        "PYP0501", "An alias looks like a selector but is none", "\"{0}\" is read as one literal key, as it is no selector: {1}");

    public static readonly DiagnosticDescriptor IntegerIsNoIndex = Warning(
        "PYP0502", "An integer in a path is a key, not an index", "{0} is the key \"{0}\" of an object; arrays are not indexed: take the first match with First, filter with ?key=value, or write \"{0}\" in quotes if the key is meant");
}
