using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Runtime.InteropServices;

namespace PyperCache.Models.Generated;

/// <summary>The bodies of the members that every model gets.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelMethods
{
    /// <summary>Hydrates a payload.</summary>
    /// <param name="utf8Json">One JSON object as UTF-8. The model keeps slices of it: the bytes must not change afterwards.</param>
    /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
    /// <exception cref="JsonException">The payload is malformed.</exception>
    public static T FromJson<T>(ReadOnlyMemory<byte> utf8Json)
        where T : IApiModel<T> => Hydration.Run(ModelShape<T>.Instance, utf8Json);

    /// <summary>Hydrates a payload.</summary>
    /// <param name="utf8Json">One JSON object as UTF-8; copied if the model keeps slices of it.</param>
    /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
    /// <exception cref="JsonException">The payload is malformed.</exception>
    public static T FromJson<T>(ReadOnlySpan<byte> utf8Json)
        where T : IApiModel<T> => Hydration.Run(ModelShape<T>.Instance, utf8Json);

    /// <summary>Hydrates a payload.</summary>
    /// <param name="json">One JSON object.</param>
    /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
    /// <exception cref="JsonException">The payload is malformed.</exception>
    public static T FromJson<T>(string json)
        where T : IApiModel<T> => Hydration.Run(ModelShape<T>.Instance, ApiModel.Bytes(json));

    /// <summary>Hydrates a payload.</summary>
    /// <param name="json">One JSON object; its text is copied if the model keeps slices of it.</param>
    /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
    /// <exception cref="JsonException">The payload is malformed.</exception>
    public static T FromJson<T>(JsonElement json)
        where T : IApiModel<T> => Hydration.Run(ModelShape<T>.Instance, JsonMarshal.GetRawUtf8Value(json));

    /// <summary>Hydrates a payload.</summary>
    /// <param name="utf8Json">One JSON object as UTF-8; read to its end and left open.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
    /// <exception cref="JsonException">The payload is malformed.</exception>
    public static async ValueTask<T> FromJsonAsync<T>(Stream utf8Json, CancellationToken cancellationToken)
        where T : IApiModel<T> => Hydration.Run(ModelShape<T>.Instance, await ApiModel.ReadAsync(utf8Json, cancellationToken).ConfigureAwait(false));

    /// <summary>Hydrates a JSON object with raw keys.</summary>
    /// <param name="dict">The object; copied.</param>
    /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
    public static T FromDict<T>(JsonObject dict)
        where T : IApiModel<T> => Hydration.Run(ModelShape<T>.Instance, ApiModel.Bytes(dict));

    /// <summary>Finds what does not fit, without hydrating or throwing. Allocates nothing when all fits.</summary>
    /// <returns>All errors, at most 100, in the order of the payload; empty when it fits.</returns>
    /// <exception cref="JsonException">The payload is malformed.</exception>
    public static IReadOnlyList<ApiModelError> Check<T>(ReadOnlySpan<byte> utf8Json)
        where T : IApiModel<T> => ApiModel.Check(ModelShape<T>.Instance, utf8Json);

    /// <summary>The model as a JSON object with raw keys; keys that it does not know are still there.</summary>
    public static JsonObject AsDict<T>(T model)
        where T : IApiModel<T> => ModelJson.ToObject(model);

    /// <summary>The model as UTF-8 JSON; a model that has not changed since it was hydrated gives the very bytes that it came from.</summary>
    public static ReadOnlyMemory<byte> ToJson<T>(T model)
        where T : IApiModel<T> => ModelJson.Write(model);

    /// <summary>Whether two values are equal as their type sees it.</summary>
    public static bool Same<T>(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);
}
