namespace PyperCache.Storage;

/// <summary>A store could not read or write its file.</summary>
public class StorageException : IOException
{
    /// <summary>Describes a failure.</summary>
    /// <param name="message">What went wrong, and what can be done about it.</param>
    public StorageException(string message)
        : base(message)
    {
    }

    /// <summary>Describes a failure with its cause.</summary>
    /// <param name="message">What went wrong, and what can be done about it.</param>
    /// <param name="innerException">The cause.</param>
    public StorageException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Describes a failure without saying anything about it.</summary>
    public StorageException()
    {
    }

    /// <summary>The file concerned, or null when the failure is not about a file.</summary>
    public string? Path { get; init; }
}
