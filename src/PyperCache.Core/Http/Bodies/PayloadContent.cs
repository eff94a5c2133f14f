using System.Net;

namespace PyperCache.Http;

/// <summary>An answer's body that lies in memory as one piece. Serializers read <see cref="Payload"/> without another copy.</summary>
public sealed class PayloadContent : HttpContent
{
    private readonly bool _private;

    /// <summary>Creates content over bytes, which must not change any more.</summary>
    public PayloadContent(ReadOnlyMemory<byte> payload)
        : this(payload, isPrivate: false)
    {
    }

    /// <param name="payload">The bytes.</param>
    /// <param name="isPrivate">
    /// Whether none but a serializer that knows this class will read. Refit buffers every content before it asks the serializer; private
    /// content gives nothing to buffer, which saves a copy of each answer.
    /// </param>
    internal PayloadContent(ReadOnlyMemory<byte> payload, bool isPrivate)
    {
        Payload = payload;
        _private = isPrivate;
    }

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Payload { get; }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _private ? Task.CompletedTask : stream.WriteAsync(Payload, cancellationToken).AsTask();

    /// <inheritdoc/>
    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new MemoryContentStream(Payload));

    /// <inheritdoc/>
    protected override Stream CreateContentReadStream(CancellationToken cancellationToken) => new MemoryContentStream(Payload);

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = Payload.Length;
        return true;
    }
}
