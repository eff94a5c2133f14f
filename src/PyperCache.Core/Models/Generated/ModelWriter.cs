using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>
/// Takes the members of a model one by one and either compares them with the payload that the model came from, or writes that payload
/// with the changed members replaced. What did not change keeps its text, what the model does not know stays.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct ModelWriter
{
    private readonly Utf8JsonWriter? _output;
    private readonly IModelVariants? _variants;
    private readonly object? _model;
    private readonly ReadOnlySpan<byte> _place;
    private readonly bool _hasPlace;
    private ModelSchema _schema;
    private int _next;
    private Slice[]? _slices;
    private List<MemberChange>? _changes;
    private readonly InitialValue? _initial;
    private readonly MemberEquality? _equality;
    private bool _isOrdered;
    private OrderedComparison _ordered;
    private bool _streams;

    /// <summary>Writes a model.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="variants">The variants of the type as which it is written, and the model itself; a model that came from no payload gets its discriminator.</param>
    /// <param name="model">The model; asked for its type only.</param>
    internal ModelWriter(Utf8JsonWriter output, IModelVariants? variants, object? model)
    {
        _output = output;
        _variants = variants;
        _model = model;
        _schema = null!;
    }

    /// <summary>Compares a model with the payload that it came from.</summary>
    /// <param name="isOrdered">Whether to look only at what is in order, which is fast: then <see cref="IsSame"/> tells nothing when it is false.</param>
    internal ModelWriter(bool isOrdered)
    {
        _isOrdered = isOrdered;
        _schema = null!;
    }

    /// <summary>Compares a model with the place in a payload where it is expected to come from.</summary>
    internal ModelWriter(ReadOnlySpan<byte> place)
    {
        _place = place;
        _hasPlace = true;
        _schema = null!;
    }

    /// <summary>Takes one member, and writes nothing.</summary>
    internal ModelWriter(InitialValue initial)
    {
        _initial = initial;
        _schema = null!;
    }

    /// <summary>Gives the members to a comparison or a hash, and writes nothing.</summary>
    internal ModelWriter(MemberEquality equality)
    {
        _equality = equality;
        _schema = null!;
    }

    /// <summary>Whether a member says something else than the payload. When comparing, members after the first difference are not looked at.</summary>
    internal bool Differs { get; private set; }

    /// <summary>Whether all members say what the payload says.</summary>
    internal readonly bool IsSame => !Differs && (!_isOrdered || _ordered.IsSame);

    /// <summary>A payload that stands in for the one the model came from; null for that itself.</summary>
    internal ReadOnlyMemory<byte>? Over { private get; init; }

    /// <summary>The payload of the model.</summary>
    internal ReadOnlyMemory<byte> Raw { get; private set; }

    private readonly bool Compares => _output is null;

    /// <summary>Starts a model.</summary>
    /// <param name="raw">The payload that it came from; empty when it was constructed by hand.</param>
    /// <param name="schema">Its fields.</param>
    public void Begin(RawPayload raw, ModelSchema schema)
    {
        ArgumentNullException.ThrowIfNull(schema);
        _schema = schema;
        if (_initial is not null || _equality is not null)
            return;
        Raw = Over ?? raw.Json;
        Differs = Raw.IsEmpty || (_hasPlace && !Raw.Span.SequenceEqual(_place));
        if (_isOrdered && !Differs)
            _ordered = new OrderedComparison(Raw, schema);
        else if (!Raw.IsEmpty && !(Compares && Differs))
            FindSlices();
        if (Compares || !Raw.IsEmpty || !schema.IsFlat)
            return;
        _streams = true;
        _output!.WriteStartObject();
        _variants?.WriteTag(_output, _model!);
    }

    /// <summary>Starts a model that may be known to say what its payload says.</summary>
    /// <param name="raw">The payload that it came from; empty when it was constructed by hand.</param>
    /// <param name="schema">Its fields.</param>
    /// <param name="isOriginal">Whether it is the very model that was hydrated from the payload, or one that no copy could have changed.</param>
    /// <returns>Whether it does say so: then nobody asks for its members.</returns>
    public bool Begin(RawPayload raw, ModelSchema schema, bool isOriginal)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (isOriginal && !raw.Json.IsEmpty && _initial is null && _equality is null && Over is null && schema.IsImmutable)
        {
            _isOrdered = false;
            Raw = raw.Json;
            Differs = _hasPlace && !Raw.Span.SequenceEqual(_place);
            return true;
        }

        Begin(raw, schema);
        return false;
    }

    /// <summary>Hands over the next member.</summary>
    /// <param name="value">Its value.</param>
    public void Member<T>(T value)
    {
        int field = _next++;
        if (_initial is not null)
            _initial.Take(field, value);
        else if (_equality is not null)
            _equality.Take(_schema.Fields[field], value);
        else if (_isOrdered)
            _ordered.Compare(field, value);
        else if (!Compares || !Differs)
            CompareOrWrite(field, value);
    }

    private void CompareOrWrite<T>(int index, T value)
    {
        ModelField field = _schema.Fields[index];
        if (field.HasDefault)
            CompareOrWriteDefault(index, field, value);
        else
            CompareOrWrite(field, value);
    }

    /// <summary>A value that the payload does not have is written only if it is another than a newly hydrated model would have.</summary>
    private void CompareOrWriteDefault<T>(int index, ModelField field, T value)
    {
        Shape<T> shape = (Shape<T>)field.Shape;
        bool isThere = TryFind(field, out Slice slice);
        if (Raw.IsEmpty || field.Keyed.Length == 0 || (isThere && IsReadable(slice, shape)))
            CompareOrWrite(field, value);
        else if (!shape.AreEqual(value, InitialValue.Of<T>(_schema, Raw, index)))
            Change(slice, field, value, shape);
    }

    private void CompareOrWrite<T>(ModelField of, T value)
    {
        if (of.Keyed.Length == 0 || IsWrittenAsTag(of))
            return;
        Shape<T> shape = (Shape<T>)of.Shape;
        if (_streams)
            Stream(of, value, shape);
        else if (TryFind(of, out Slice slice))
            CompareWith(slice, of, value, shape);
        else if (Raw.IsEmpty ? !shape.IsUnset(value) : !EqualityComparer<T>.Default.Equals(value, default))
            Change(slice, of, value, shape);
    }

    /// <summary>Ends the model.</summary>
    internal void End()
    {
        if (_slices is not null)
            ArrayPool<Slice>.Shared.Return(_slices);
        _slices = null;
        if (Compares)
            return;
        if (_streams)
            _output!.WriteEndObject();
        else if (_changes is null && !Raw.IsEmpty)
            _output!.WriteRawValue(Raw.Span, skipInputValidation: true);
        else
            ChangedPayload.Write(_output!, Raw.IsEmpty ? ChangedPayload.Empty(_variants, _model) : Raw.Span, _changes ?? []);
    }

    private void FindSlices()
    {
        int slots = _schema.Keys.Count;
        _slices = ArrayPool<Slice>.Shared.Rent(Math.Max(slots, 1));
        Array.Clear(_slices, 0, slots);
        JsonCursor cursor = new(Raw.Span);
        cursor.Peek();
        FieldLoop loop = new(_schema.Keys);
        cursor.BeginObject(ref loop);
        for (int slot; (slot = cursor.NextField(ref loop)) >= 0;)
        {
            int start = cursor.Position;
            cursor.Skip();
            _slices[slot] = new Slice(start, cursor.Position);
        }
    }

    private readonly bool TryFind(ModelField field, out Slice slice)
    {
        slice = default;
        if (_slices is null)
            return false;
        for (int i = 0; i < field.Keyed.Length; i++)
        {
            slice = _slices[field.FirstSlot + i];
            if (slice.End > 0)
                return true;
        }

        return false;
    }

    private void CompareWith<T>(Slice slice, ModelField field, T value, Shape<T> shape)
    {
        JsonCursor cursor = new(Raw[slice.Start..slice.End]);
        if (shape.Matches(ref cursor, value))
            return;
        // A value that did not fit was never read: a member that still has the default of then has not changed.
        if (EqualityComparer<T>.Default.Equals(value, default) && !IsReadable(slice, shape))
            return;
        Change(slice, field, value, shape);
    }

    private readonly bool IsReadable<T>(Slice slice, Shape<T> shape)
    {
        if (_schema.Validates)
            return true;
        JsonCursor cursor = new(Raw[slice.Start..slice.End]);
        return shape.TryRead(ref cursor, out _);
    }

    private void Change<T>(Slice slice, ModelField field, T value, Shape<T> shape)
    {
        Differs = true;
        if (Compares)
            return;
        slice = WithoutSpace(slice);
        ArrayBufferWriter<byte> buffer = new();
        if (!shape.IsUnset(value))
        {
            using Utf8JsonWriter writer = new(buffer, ModelJson.WriterOptions);
            if (value is null)
                writer.WriteNullValue();
            else
                shape.WriteLike(writer, value, Raw.Span[slice.Start..slice.End]);
        }

        (_changes ??= []).Add(new MemberChange(slice, field.Keyed[0], buffer.WrittenMemory));
    }

    /// <summary>Whether the discriminator, which stands there already, takes the place of the member.</summary>
    private readonly bool IsWrittenAsTag(ModelField field) =>
        Raw.IsEmpty && _variants is not null && field.IsAt(_variants.Key) && _variants.HasTag(_model!);

    private readonly void Stream<T>(ModelField field, T value, Shape<T> shape)
    {
        if (shape.IsUnset(value))
            return;
        _output!.WritePropertyName(field.Keyed[0][0]);

        // A member that is not nullable is null all the same when its key was missing.
        if (value is null)
            _output.WriteNullValue();
        else
            shape.Write(_output, value);
    }

    private readonly Slice WithoutSpace(Slice slice)
    {
        ReadOnlySpan<byte> text = Raw.Span[slice.Start..slice.End];
        int start = slice.Start + text.Length - text.TrimStart(" \t\r\n"u8).Length;
        return new Slice(start, start + text.Trim(" \t\r\n"u8).Length);
    }
}
