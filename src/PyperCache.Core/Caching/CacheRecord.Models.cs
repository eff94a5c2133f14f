using System.Text.Json;
using PyperCache.Models;

namespace PyperCache;

public sealed partial class CacheRecord
{
    /// <summary>The type it was stored as; null when none was given or no model has that name.</summary>
    public Type? Cast => CastName is null ? null : ModelRegistry.FindType(CastName);

    /// <summary>The payload as a model or a collection of models, whatever it was stored as. Each call gives a new object.</summary>
    /// <typeparam name="T">A model, a scalar, or a collection of them.</typeparam>
    /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
    /// <exception cref="JsonException">The payload in the file is not well-formed.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is not registered.</exception>
    public T As<T>() => ApiModel.FromJson<T>(Payload);
}
