namespace PyperCache.Http;

/// <summary>What an answer is taken for.</summary>
public enum Expected
{
    /// <summary>What its content type says.</summary>
    Auto,

    /// <summary>JSON, whatever its content type says.</summary>
    Json,

    /// <summary>Text; never cached.</summary>
    Text,

    /// <summary>Bytes; never cached.</summary>
    Bytes,
}
