using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using PyperCache.Models;
using PyperCache.Models.Generated;

/// <summary>What every model can do by its name: <c>Post.FromJson(…)</c>, <c>Post.Check(…)</c>. A method of the model's own goes first.</summary>
[SuppressMessage("Design", "CA1050", Justification = "In no namespace, so that a file which names a model needs no using to call them, as if the model declared them.")]
[SuppressMessage("Design", "CA1000", Justification = "The rule takes an extension block for a generic type; the type is named by its user: Post.FromJson.")]
public static class PyperCacheModelExtensions
{
    /// <summary>Gives a model its static methods.</summary>
    /// <typeparam name="T">The model.</typeparam>
    extension<T>(T)
        where T : IApiModel<T>
    {
        /// <summary>Hydrates a payload.</summary>
        /// <param name="utf8Json">One JSON object as UTF-8. The model keeps slices of it: the bytes must not change afterwards.</param>
        /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
        /// <exception cref="JsonException">The payload is malformed.</exception>
        [OverloadResolutionPriority(1)]
        public static T FromJson(ReadOnlyMemory<byte> utf8Json) => Hydration.Run(ModelShape<T>.Instance, utf8Json);

        /// <summary>Hydrates a payload.</summary>
        /// <param name="utf8Json">One JSON object as UTF-8; copied if the model keeps slices of it.</param>
        /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
        /// <exception cref="JsonException">The payload is malformed.</exception>
        public static T FromJson(ReadOnlySpan<byte> utf8Json) => Hydration.Run(ModelShape<T>.Instance, utf8Json);

        /// <summary>Hydrates a payload.</summary>
        /// <param name="json">One JSON object.</param>
        /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
        /// <exception cref="JsonException">The payload is malformed.</exception>
        public static T FromJson(string json) => Hydration.Run(ModelShape<T>.Instance, ApiModel.Bytes(json));

        /// <summary>Hydrates a payload.</summary>
        /// <param name="json">One JSON object; its text is copied if the model keeps slices of it.</param>
        /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
        /// <exception cref="JsonException">The payload is malformed.</exception>
        public static T FromJson(JsonElement json) => Hydration.Run(ModelShape<T>.Instance, JsonMarshal.GetRawUtf8Value(json));

        /// <summary>Hydrates a payload.</summary>
        /// <param name="utf8Json">One JSON object as UTF-8; read to its end and left open.</param>
        /// <param name="cancellationToken">Ends the reading.</param>
        /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
        /// <exception cref="JsonException">The payload is malformed.</exception>
        public static async ValueTask<T> FromJsonAsync(Stream utf8Json, CancellationToken cancellationToken = default) =>
            Hydration.Run(ModelShape<T>.Instance, await ApiModel.ReadAsync(utf8Json, cancellationToken).ConfigureAwait(false));

        /// <summary>Hydrates a JSON object with raw keys.</summary>
        /// <param name="dict">The object; copied.</param>
        /// <exception cref="ApiModelValidationException">The payload does not fit.</exception>
        public static T FromDict(JsonObject dict) => Hydration.Run(ModelShape<T>.Instance, ApiModel.Bytes(dict));

        /// <summary>Finds what does not fit, without hydrating or throwing. Allocates nothing when all fits.</summary>
        /// <returns>All errors, at most 100, in the order of the payload; empty when it fits.</returns>
        /// <exception cref="JsonException">The payload is malformed.</exception>
        public static IReadOnlyList<ApiModelError> Check(ReadOnlySpan<byte> utf8Json) => ApiModel.Check(ModelShape<T>.Instance, utf8Json);
    }
}
