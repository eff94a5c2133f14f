namespace PyperCache.Generators;

/// <summary>Names of pipeline steps, by which tests ask why a step ran.</summary>
internal static class TrackingNames
{
    public const string ModelParse = nameof(ModelParse);
    public const string ModelSpec = nameof(ModelSpec);
    public const string ModelRegistrations = nameof(ModelRegistrations);
    public const string ForeignParse = nameof(ForeignParse);
    public const string ForeignSpec = nameof(ForeignSpec);
    public const string ClientParse = nameof(ClientParse);
    public const string ClientSpec = nameof(ClientSpec);
}
