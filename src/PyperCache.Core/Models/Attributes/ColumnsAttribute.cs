namespace PyperCache.Models;

/// <summary>Reads a list member from an object of parallel arrays: one row per index. An array of objects is taken as rows already.</summary>
/// <param name="required">The raw keys of the columns that must be there.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class ColumnsAttribute(params string[] required) : Attribute
{
    /// <summary>The raw keys of the columns that must be there.</summary>
    public IReadOnlyList<string> Required { get; } = required;
}
