using System.ComponentModel;

namespace PyperCache.Json;

/// <summary>Where a cursor is in an object of known keys. Made anew for each object, on the stack.</summary>
/// <param name="keys">The keys.</param>
/// <remarks>Infrastructure that generated code and the layers above share; it is not meant to be called by user code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct FieldLoop(KeyTable keys)
{
    /// <summary>The separator of a loop that takes its fields from columns.</summary>
    internal const int Columns = -1;

    /// <summary>The table of the object, or of the group in it that is being read.</summary>
    internal KeyTable Keys = keys;

    /// <summary>The columns of which a row is read; null for an object.</summary>
    internal ColumnSet? Row;

    /// <summary>The offset of the bracket that opens the object.</summary>
    internal int Start;

    /// <summary>The index of the key that is expected next.</summary>
    internal int Next;

    /// <summary>The byte that stands before the next key: <c>{</c> before the first, then a comma.</summary>
    internal int Separator = '{';
}
