namespace PyperCache.Storage;

/// <summary>A store that can show a payload where it lies, without copying it into an array.</summary>
public interface IPayloadLender
{
    /// <summary>Shows the record under a key to a reader.</summary>
    /// <param name="key">The key.</param>
    /// <param name="reader">Called once, when there is such a record; what it throws comes through.</param>
    /// <returns>False when there is no such record or it cannot be read.</returns>
    bool TryRead(string key, PayloadVisitor reader);
}
