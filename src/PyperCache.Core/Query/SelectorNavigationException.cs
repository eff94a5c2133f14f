using System.Text.Json;

namespace PyperCache.Query;

/// <summary>A plain path leads through something that is no object: a scalar, null or an array. The message says what to write instead.</summary>
public sealed class SelectorNavigationException : InvalidOperationException
{
    internal SelectorNavigationException(string message, string path, string key, JsonValueKind met)
        : base(message) => (Path, Key, Met) = (path, key, met);

    /// <summary>The part of the path that was followed; empty when already the value at the start is no object.</summary>
    public string Path { get; }

    /// <summary>The key that was to be followed next.</summary>
    public string Key { get; }

    /// <summary>The kind of value that was met instead of an object.</summary>
    public JsonValueKind Met { get; }
}
