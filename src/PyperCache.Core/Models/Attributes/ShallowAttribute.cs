namespace PyperCache.Models;

/// <summary>On a <see cref="Lazy{T}"/> member: the slice is not even validated before <see cref="Lazy{T}.Value"/> is asked for.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class ShallowAttribute : Attribute;
