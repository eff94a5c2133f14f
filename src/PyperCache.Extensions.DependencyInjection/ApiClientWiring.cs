namespace PyperCache.Http;

/// <summary>What is to be done with the options of a client when the container makes it.</summary>
internal sealed class ApiClientWiring
{
    public List<Action<IServiceProvider, ApiWrapperOptions>> Steps { get; } = [];
}
