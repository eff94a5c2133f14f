using Microsoft.CodeAnalysis;
using PyperCache.Generators.Diagnostics;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Clients;

namespace PyperCache.Generators.Parsing.Clients;

/// <summary>
/// Resolves the policy of one endpoint: what the method says, else the interface that declares it, its bases, then the interface that the
/// client names, and its bases.
/// </summary>
internal static class PolicyParser
{
    public static PolicySpec Read(ClientInterface client, IMethodSymbol method, RefitMethod refit, ClientDiagnosticBag bag)
    {
        AttributeData? own = Governing(method, bag);
        CheckMethod(method, own, refit, bag);
        string response = ResponseKinds.Of(method.ReturnType);
        AttributeData? governing = own ?? (refit.IsGet ? Inherited(client, method, bag) : null);
        string[] invalidates = [.. method.GetAttributes()
            .Where(static a => a.AttributeClass?.DefinitionName() == Names.InvalidatesAttribute)
            .SelectMany(static a => a.Texts())
            .Distinct(StringComparer.Ordinal)];

        // A sequence is read while it arrives; keeping it would mean to wait for its end. Only who says so for this very method wants that.
        bool isUncached = IsNoCache(governing) || (response == ResponseKinds.Sequence && own is null);
        bool caches = governing is not null && !IsNoCache(governing);
        return new PolicySpec(
            isUncached,
            caches ? Seconds(governing!, "Seconds", method, bag) : null,
            caches ? Seconds(governing!, "StaleIfError", method, bag) : 0,
            caches ? Seconds(governing!, "StaleWhileRevalidate", method, bag) : 0,
            TagsOf(governing).ToEquatableArray(),
            invalidates.ToEquatableArray(),
            response);
    }

    /// <summary>The attribute on this very symbol that says whether to cache.</summary>
    private static AttributeData? Governing(ISymbol symbol, ClientDiagnosticBag bag)
    {
        AttributeData? cacheFor = symbol.FindAttribute(Names.CacheForAttribute);
        AttributeData? noCache = symbol.FindAttribute(Names.NoCacheAttribute);
        if (cacheFor is not null && noCache is not null)
            bag.Report(ClientDiagnostics.CacheForAndNoCache, noCache.LocationOr(symbol), symbol.Name);
        return noCache ?? cacheFor;
    }

    private static AttributeData? Inherited(ClientInterface client, IMethodSymbol method, ClientDiagnosticBag bag) =>
        new[] { method.ContainingType }.Concat(method.ContainingType.AllInterfaces).Concat([client.Type]).Concat(client.Type.AllInterfaces)
            .Select(i => Governing(i, bag))
            .FirstOrDefault(static a => a is not null);

    private static void CheckMethod(IMethodSymbol method, AttributeData? own, RefitMethod refit, ClientDiagnosticBag bag)
    {
        if (own is not null && !IsNoCache(own) && !refit.IsGet)
            bag.Report(ClientDiagnostics.CacheForNeedsGet, own.LocationOr(method), method.Name, refit.Verb);
        if (refit.IsGet && method.FindAttribute(Names.InvalidatesAttribute) is { } invalidates)
            bag.Report(ClientDiagnostics.InvalidatesNeedsWrite, invalidates.LocationOr(method), method.Name);
    }

    private static bool IsNoCache(AttributeData? attribute) => attribute?.AttributeClass?.DefinitionName() == Names.NoCacheAttribute;

    private static double Seconds(AttributeData attribute, string name, IMethodSymbol method, ClientDiagnosticBag bag)
    {
        double value = name == "Seconds" ? attribute.ConstructorArguments.FirstOrDefault().Value as double? ?? 0 : attribute.Named<double>(name);
        bool isTime = value >= 0 && (double.IsPositiveInfinity(value) || value <= TimeSpan.MaxValue.TotalSeconds / 2);
        if (isTime)
            return value;
        bag.Report(ClientDiagnostics.BadSeconds, attribute.LocationOr(method), name, method.Name, value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return 0;
    }

    private static IEnumerable<string> TagsOf(AttributeData? attribute)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute?.NamedArguments ?? [])
        {
            if (argument.Key == "Tags" && !argument.Value.IsNull)
                return argument.Value.Values.Select(static v => v.Value).OfType<string>();
        }

        return [];
    }
}
