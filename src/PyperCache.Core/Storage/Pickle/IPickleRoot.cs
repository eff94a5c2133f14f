namespace PyperCache.Storage.Pickle;

/// <summary>Takes the items of the dictionary that a pickle stands for, one by one, so that they need not all be in memory.</summary>
internal interface IPickleRoot
{
    /// <summary>An item was put into the dictionary.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">Its value; complete unless more is put into it later by way of the memo, which Python does not do.</param>
    /// <param name="start">Where the opcodes of the key begin.</param>
    /// <param name="end">Where those of the value end.</param>
    void Item(object? key, object? value, long start, long end);
}
