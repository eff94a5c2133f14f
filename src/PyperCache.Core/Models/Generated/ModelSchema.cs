using System.ComponentModel;
using System.Runtime.CompilerServices;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>The fields of a model and the check of a payload against them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ModelSchema
{
    private readonly int[] _fieldOfSlot;
    private readonly bool _retainsByItself;
    private bool? _retainsPayload;
    private StrongBox<bool>? _isImmutable;

    /// <summary>Describes a model.</summary>
    /// <param name="name">The name of the type, for messages.</param>
    /// <param name="validate">Whether a mismatch is an error.</param>
    /// <param name="keepsRaw">Whether a model keeps the slice that it was hydrated from.</param>
    /// <param name="fields">The fields, in the order in which the hydrator knows them.</param>
    private protected ModelSchema(string name, bool validate, bool keepsRaw, ModelField[] fields)
    {
        Name = name;
        Validates = validate;
        Fields = fields;
        _retainsByItself = keepsRaw;
        List<string[]> paths = [];
        List<int> fieldOfSlot = [];
        for (int i = 0; i < fields.Length; i++)
        {
            fields[i].FirstSlot = paths.Count;
            paths.AddRange(fields[i].Keyed);
            fieldOfSlot.AddRange(Enumerable.Repeat(i, fields[i].Keyed.Length));
        }

        _fieldOfSlot = [.. fieldOfSlot];
        Keys = KeyTable.Create([.. paths]);
    }

    /// <summary>The raw keys of the fields; the slot of a key is its place among all keys of all fields.</summary>
    public KeyTable Keys { get; }

    /// <summary>The models that a discriminator puts in the place of this one; null when there are none.</summary>
    public IModelVariants? Variants { get; init; }

    /// <summary>
    /// Whether each member holds what the payload says from the hydration on, and none can be set afterwards. Values in it may change all the same.
    /// </summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether an object can be made of the variants only.</summary>
    public bool IsAbstract { get; init; }

    internal string Name { get; }

    internal bool Validates { get; }

    internal ModelField[] Fields { get; }

    /// <summary>Whether every field is written under one key of the model's own object.</summary>
    internal bool IsFlat => Array.TrueForAll(Fields, static f => f.Keyed.Length == 0 || f.Keyed[0].Length == 1);

    /// <summary>The number of the field that a slot of the key table belongs to.</summary>
    internal int FieldIndexOf(int slot) => _fieldOfSlot[slot];

    /// <summary>Whether hydrated models keep slices of the payload, themselves or in a member.</summary>
    internal bool RetainsPayload
    {
        get
        {
            if (_retainsPayload is { } known)
                return known;
            if (_retainsByItself)
                return (_retainsPayload = true).Value;
            // A model that holds itself asks again while the answer is being found: then the other fields decide.
            _retainsPayload = false;
            _retainsPayload = Array.Exists(Fields, static f => f.Shape.RetainsPayload);
            return _retainsPayload.Value;
        }
    }

    /// <summary>Whether nothing can change a model that was hydrated, but a copy may say something else.</summary>
    internal bool IsImmutable => IsReadOnly && (_isImmutable ??= new StrongBox<bool>(HasOnlyImmutableMembers([]))).Value;

    /// <summary>Whether a hydrated model keeps at most its own slice, and nothing inside it keeps one.</summary>
    internal bool RetainsSlicesApart => Variants is null && !Array.Exists(Fields, static f => f.Shape.RetainsPayload);

    /// <summary>Whether nothing can change a model that was hydrated, of this type or of one of its variants.</summary>
    /// <param name="asked">See <see cref="IShape.IsImmutable"/>.</param>
    internal bool HasOnlyImmutableModels(HashSet<ModelSchema> asked) => HasOnlyImmutableMembers(asked) && Variants?.AreImmutable(asked) != false;

    /// <summary>Whether nothing can change a model that was hydrated, one of this very type.</summary>
    private bool HasOnlyImmutableMembers(HashSet<ModelSchema> asked) =>
        IsReadOnly && (!asked.Add(this) || Array.TrueForAll(Fields, f => f.Shape.IsImmutable(asked)));

    /// <summary>Hydrates a model anew, and has it hand over its members.</summary>
    internal abstract void HandOver(ReadOnlyMemory<byte> json, ref ModelWriter writer);

    /// <summary>Reports what does not fit in the value at the cursor, and moves behind it.</summary>
    internal void Check(ref JsonCursor cursor, ref CheckLog log)
    {
        if (Variants?.FindSchema(ref cursor) is { } variant)
        {
            variant.Check(ref cursor, ref log);
            return;
        }

        (ModelSchema? Model, int Field, bool ByOwnRules) outer = (log.Model, log.Field, log.ByOwnRules);
        cursor.Peek();
        int start = cursor.Position;
        FieldLoop loop = new(Keys);
        if (!cursor.BeginObject(ref loop))
        {
            cursor.Skip();
            log.Report(ref cursor, start, Name);
            return;
        }

        bool reports = Validates || !log.ByOwnRules;
        log.Model = this;
        log.ByOwnRules = true;
        FieldSet seen = default;
        for (int slot; (slot = cursor.NextField(ref loop)) >= 0;)
        {
            int index = _fieldOfSlot[slot];
            log.Field = index;
            if (reports)
                Fields[index].Shape.Check(ref cursor, ref log);
            else
                Fields[index].Shape.CheckNested(ref cursor, ref log);
            seen.Add(index);
        }

        if (!seen.HasFirst(Fields.Length))
            CheckRest(ref cursor, start, in seen, ref log);
        (log.Model, log.Field, log.ByOwnRules) = outer;
    }

    /// <summary>A selected value is not the payload's own text: where it was selected and by what stands before the path in it.</summary>
    private static void CheckSelected(ref JsonCursor cursor, int start, ModelField field, ReadOnlyMemory<byte> json, ref CheckLog log)
    {
        CheckLog selected = log.Anew();
        JsonCursor inner = new(json);
        field.Shape.Check(ref inner, ref selected);
        if (selected.HasErrors)
            log.AddBelow(field.PathIn(JsonPath.Locate(cursor.Json, start)), selected.Errors);
    }

    /// <summary>What can only be told when the whole object has been read: fields behind selectors, and fields that are missing.</summary>
    private void CheckRest(ref JsonCursor cursor, int start, in FieldSet seen, ref CheckLog log)
    {
        for (int i = 0; i < Fields.Length; i++)
        {
            ModelField field = Fields[i];
            if (seen.Contains(i))
                continue;
            log.Field = i;
            if (field.Keyed.Length < field.Paths.Length && Selected.TryFind(ref cursor, start, field, out ReadOnlyMemory<byte> json))
            {
                CheckSelected(ref cursor, start, field, json, ref log);
            }
            else if (field.MustExist)
            {
                log.ReportMissing(ref cursor, start, field, field.Shape.Expected);
            }
        }
    }
}
