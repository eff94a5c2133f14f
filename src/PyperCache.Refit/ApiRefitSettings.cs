using System.Text.Json.Serialization.Metadata;
using Refit;

namespace PyperCache.Http;

/// <summary>Refit settings with which a client reads models and throws the exceptions of this library.</summary>
public static class ApiRefitSettings
{
    /// <summary>Settings for a Refit client of your own, with or without a <see cref="CachingHandler"/> in its <see cref="HttpClient"/>.</summary>
    /// <param name="resolver">Describes types that are neither models nor scalars, such as a <c>JsonSerializerContext</c>; null for none.</param>
    public static RefitSettings Create(IJsonTypeInfoResolver? resolver = null) => For(new ApiFaults(new JsonBodySerializer(resolver)));

    internal static RefitSettings For(ApiFaults faults)
    {
        RefitSettings settings = new(new ApiModelContentSerializer(faults.Serializer)) { HttpRequestMessageOptions = new Dictionary<string, object>() };
        settings.ExceptionFactory = response => response.IsSuccessStatusCode ? default : new ValueTask<Exception?>(ForStatusAsync(faults, settings, response));
        settings.DeserializationExceptionFactory = (response, e) => new ValueTask<Exception?>(ForBodyAsync(faults, settings, response, e));
        settings.TransportExceptionFactory = (request, e, cancellation) => ForTransport(faults, settings, request, e, cancellation);
        return settings;
    }

    /// <summary>Lets the cache hand bodies to the serializer as they are, if it is still ours.</summary>
    internal static void TellReader(RefitSettings settings)
    {
        if (settings.ContentSerializer is ApiModelContentSerializer)
            settings.HttpRequestMessageOptions![ApiFaults.ReadsPayloadOption] = true;
    }

    private static async Task<Exception?> ForStatusAsync(ApiFaults faults, RefitSettings settings, HttpResponseMessage response)
    {
        HttpRequestMessage request = response.RequestMessage!;
        ApiHttpException exception = await faults.ForStatusAsync(request, response).ConfigureAwait(false);
        if (!ApiFaults.IsWrapped(request))
            return exception;

        // ApiResponse<T> has room for Refit's exceptions only.
        return await ApiException.Create(exception.Message, request, request.Method, response, settings, exception).ConfigureAwait(false);
    }

    private static async Task<Exception?> ForBodyAsync(ApiFaults faults, RefitSettings settings, HttpResponseMessage response, Exception cause)
    {
        HttpRequestMessage request = response.RequestMessage!;
        Exception exception = await faults.ForBodyAsync(request, target: null, cause).ConfigureAwait(false);
        return ApiFaults.IsWrapped(request)
            ? await ApiException.Create(exception.Message, request, request.Method, response, settings, exception).ConfigureAwait(false)
            : exception;
    }

    private static Exception ForTransport(ApiFaults faults, RefitSettings settings, HttpRequestMessage request, Exception cause, CancellationToken cancellationToken)
    {
        Exception exception = faults.ForTransport(request, cause, cancellationToken);
        return exception is ApiWrapperException && ApiFaults.IsWrapped(request)
            ? new ApiRequestException(exception.Message, request, request.Method, settings, exception)
            : exception;
    }
}
