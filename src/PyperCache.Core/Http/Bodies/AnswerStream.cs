namespace PyperCache.Http;

/// <summary>A body that is read while it arrives, and which request it answers, so that who reads it can say what went wrong.</summary>
/// <param name="inner">The body.</param>
/// <param name="request">The request.</param>
/// <param name="faults">Turns faults into exceptions of ours.</param>
internal sealed class AnswerStream(Stream inner, HttpRequestMessage request, ApiFaults faults) : ForwardOnlyStream
{
    /// <summary>The exception for a fault that came while the body was read as a sequence of values.</summary>
    public Task<Exception> ForFaultAsync(Type target, Exception cause) => faults.ForBodyAsync(request, target, cause);

    public override int Read(Span<byte> buffer) => inner.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => inner.ReadAsync(buffer, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }
}
