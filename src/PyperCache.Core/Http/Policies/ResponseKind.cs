namespace PyperCache.Http;

/// <summary>What the caller of an endpoint gets of an answer, which decides how much of it must be in memory first.</summary>
public enum ResponseKind
{
    /// <summary>Nothing is known: an answer that is not cached is passed on as it arrives.</summary>
    Unknown,

    /// <summary>A value that a serializer makes of the body; the content itself does not reach the caller.</summary>
    Value,

    /// <summary>A value, or the error of a failed request, together with the answer's headers.</summary>
    Wrapped,

    /// <summary>The content itself: a stream or a response message.</summary>
    Content,

    /// <summary>A sequence of values that are read while the body arrives.</summary>
    Sequence,
}
