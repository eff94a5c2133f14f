using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>Compares members with a payload that has them in the order in which they are declared, in one pass and without notes about what is where.</summary>
/// <remarks>What it finds to be the same is the same. The rest may be: keys in another order, missing or doubled ones are left to a closer look.</remarks>
internal ref struct OrderedComparison
{
    private readonly ModelSchema _schema;
    private JsonCursor _cursor;
    private FieldLoop _loop;
    private int _slot;
    private bool _isSame;

    public OrderedComparison(ReadOnlyMemory<byte> payload, ModelSchema schema)
    {
        _schema = schema;
        _cursor = new JsonCursor(payload);
        _loop = new FieldLoop(schema.Keys);
        _isSame = _cursor.BeginObject(ref _loop);
        MoveNext();
    }

    /// <summary>Whether all members that were compared are the same, and the payload has no others.</summary>
    public readonly bool IsSame => _isSame && _slot < 0;

    /// <summary>Takes the next member.</summary>
    /// <param name="field">The number of its field.</param>
    /// <param name="value">Its value.</param>
    public void Compare<T>(int field, T value)
    {
        if (!_isSame)
            return;
        ModelField of = _schema.Fields[field];
        if (_slot >= 0 && _schema.FieldIndexOf(_slot) == field)
        {
            _isSame = ((Shape<T>)of.Shape).Matches(ref _cursor, value);
            MoveNext();
        }
        else if (of.Keyed.Length > 0)
        {
            _isSame = !of.HasDefault && EqualityComparer<T>.Default.Equals(value, default);
        }
    }

    private void MoveNext() => _slot = _isSame ? _cursor.NextField(ref _loop) : -1;
}
