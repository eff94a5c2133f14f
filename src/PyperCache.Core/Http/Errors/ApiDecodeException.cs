using PyperCache.Models;

namespace PyperCache.Http;

/// <summary>An answer came, yet it is not what the caller asked for: broken JSON, or JSON that the model refuses.</summary>
public sealed class ApiDecodeException : ApiWrapperException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="method">The request's method.</param>
    /// <param name="url">The request's URL without secrets.</param>
    /// <param name="target">The type that was asked for; null when it is not known.</param>
    /// <param name="cause">Why the answer does not fit; a validation exception gives <see cref="Errors"/>.</param>
    public ApiDecodeException(HttpMethod method, string url, Type? target, Exception cause)
        : base($"The answer to {method} {url} is not what was asked for: {cause.Message}", method, url, cause)
    {
        Target = target ?? (cause as ApiModelValidationException)?.ModelType;
        Errors = (cause as ApiModelValidationException)?.Errors ?? [];
    }

    /// <summary>The type that was asked for; null when it is not known.</summary>
    public Type? Target { get; }

    /// <summary>What the model found wrong; empty when the answer is not even JSON.</summary>
    public IReadOnlyList<ApiModelError> Errors { get; }
}
