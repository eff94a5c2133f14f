using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Runtime.InteropServices;

namespace PyperCache.Models.Generated;

/// <summary>The bodies of the members that every model gets.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ModelMethods
{
    /// <summary>Hydrates a payload that outlives the call.</summary>
    public static T FromJson<T>(ReadOnlyMemory<byte> utf8Json)
        where T : IApiModel<T> => Hydration.Run(ModelShape<T>.Instance, utf8Json);

    /// <summary>Hydrates bytes that need not outlive the call.</summary>
    public static T FromJson<T>(ReadOnlySpan<byte> utf8Json)
        where T : IApiModel<T> => Hydration.Run(ModelShape<T>.Instance, utf8Json);

    /// <summary>Hydrates a text.</summary>
    public static T FromJson<T>(string json)
        where T : IApiModel<T> => Hydration.Run(ModelShape<T>.Instance, ApiModel.Bytes(json));

    /// <summary>Hydrates an element.</summary>
    public static T FromJson<T>(JsonElement json)
        where T : IApiModel<T> => Hydration.Run(ModelShape<T>.Instance, JsonMarshal.GetRawUtf8Value(json));

    /// <summary>Hydrates what a stream holds.</summary>
    public static async ValueTask<T> FromJsonAsync<T>(Stream utf8Json, CancellationToken cancellationToken)
        where T : IApiModel<T> => Hydration.Run(ModelShape<T>.Instance, await ApiModel.ReadAsync(utf8Json, cancellationToken).ConfigureAwait(false));

    /// <summary>Hydrates a JSON object.</summary>
    public static T FromDict<T>(JsonObject dict)
        where T : IApiModel<T> => Hydration.Run(ModelShape<T>.Instance, ApiModel.Bytes(dict));

    /// <summary>Finds what does not fit.</summary>
    public static IReadOnlyList<ApiModelError> Check<T>(ReadOnlySpan<byte> utf8Json)
        where T : IApiModel<T> => ApiModel.Check(ModelShape<T>.Instance, utf8Json);

    /// <summary>The model as a JSON object with raw keys.</summary>
    public static JsonObject AsDict<T>(T model)
        where T : IApiModel<T> => ModelJson.ToObject(model);

    /// <summary>The model as JSON.</summary>
    public static ReadOnlyMemory<byte> ToJson<T>(T model)
        where T : IApiModel<T> => ModelJson.Write(model);
}
