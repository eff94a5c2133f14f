namespace PyperCache.Http;

/// <summary>The endpoint never reads the cache and never writes it, whatever the interface or the client says.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Interface, Inherited = false)]
public sealed class NoCacheAttribute : Attribute;
