namespace PyperCache.Models;

/// <summary>A payload is well-formed JSON but does not fit its model.</summary>
public sealed class ApiModelValidationException : FormatException
{
    /// <summary>Reports all errors that were found.</summary>
    /// <param name="modelType">The type that was to be hydrated.</param>
    /// <param name="errors">At least one error, in the order of the payload.</param>
    public ApiModelValidationException(Type modelType, IReadOnlyList<ApiModelError> errors)
        : base(Describe(modelType, errors))
    {
        ModelType = modelType;
        Errors = errors;
    }

    /// <summary>The type that was to be hydrated.</summary>
    public Type ModelType { get; }

    /// <summary>All errors, in the order of the payload, at most 100.</summary>
    public IReadOnlyList<ApiModelError> Errors { get; }

    private static string Describe(Type modelType, IReadOnlyList<ApiModelError> errors)
    {
        ArgumentNullException.ThrowIfNull(modelType);
        ArgumentNullException.ThrowIfNull(errors);
        string count = errors.Count == 1 ? "1 error" : $"{errors.Count} errors";
        return $"The payload does not fit {modelType.Name} ({count}):{Environment.NewLine}  {string.Join(Environment.NewLine + "  ", errors)}";
    }
}
