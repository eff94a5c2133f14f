using System.ComponentModel;

namespace PyperCache.Http;

/// <summary>A body that is read while it arrives, and which request it answers, so that who reads it can say what went wrong.</summary>
/// <param name="inner">The body.</param>
/// <param name="request">The request.</param>
/// <param name="faults">Turns faults into exceptions of this library.</param>
/// <remarks>Shared by the ways to make a request; not meant to be used by user code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AnswerStream(Stream inner, HttpRequestMessage request, ApiFaults faults) : Stream
{
    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>The exception for a fault that came while the body was read as a sequence of values.</summary>
    /// <param name="target">The type of the values.</param>
    /// <param name="cause">What was thrown.</param>
    /// <returns>An exception of ours, or <paramref name="cause"/> when it is a mistake of the program.</returns>
    public Task<Exception> ForFaultAsync(Type target, Exception cause) => faults.ForBodyAsync(request, target, cause);

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer) => inner.Read(buffer);

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        inner.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
