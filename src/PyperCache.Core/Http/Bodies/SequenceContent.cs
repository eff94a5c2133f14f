using System.Net;
using System.Net.Http.Headers;

namespace PyperCache.Http;

/// <summary>The content of an answer that is read as a sequence of values while it arrives.</summary>
internal sealed class SequenceContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly HttpRequestMessage _request;
    private readonly ApiFaults _faults;

    public SequenceContent(HttpContent inner, HttpRequestMessage request, ApiFaults faults)
    {
        _inner = inner;
        _request = request;
        _faults = faults;
        foreach (KeyValuePair<string, HeaderStringValues> header in inner.Headers.NonValidated)
            Headers.TryAddWithoutValidation(header.Key, header.Value);
    }

    protected override Task<Stream> CreateContentReadStreamAsync() => CreateContentReadStreamAsync(CancellationToken.None);

    protected override async Task<Stream> CreateContentReadStreamAsync(CancellationToken cancellationToken) =>
        new AnswerStream(await _inner.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false), _request, _faults);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => _inner.CopyToAsync(stream, context);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }
}
