using System.Runtime.CompilerServices;

namespace PyperCache.Models.Generated;

/// <summary>Compares and hashes models as a whole: takes the members that they hand over.</summary>
/// <remarks>The first of two models hands over its values, which are kept for those of the second to be compared with.</remarks>
internal sealed class MemberEquality
{
    private const int FirstBytes = 128, FirstObjects = 16;

    /// <summary>The last one of the thread, for its next one; a model inside another takes one of its own.</summary>
    [ThreadStatic]
    private static MemberEquality? t_spare;

    private byte[] _bytes = new byte[FirstBytes];
    private object?[] _objects = new object?[FirstObjects];
    private int _byte, _object;
    private Step _step;
    private bool _differs;
    private HashCode _hash;

    private enum Step
    {
        Keep,
        Compare,
        Hash,
    }

    public static bool AreEqual<T>(T left, T right)
        where T : IApiModel
    {
        MemberEquality equality = Begin();
        equality.Take(left, Step.Keep);
        int kept = equality._object;
        equality.Take(right, Step.Compare);
        // What a spare one holds on to would never be collected.
        Array.Clear(equality._objects, 0, kept);
        t_spare = equality;
        return !equality._differs;
    }

    public static int Hash<T>(T model)
        where T : IApiModel
    {
        MemberEquality equality = Begin();
        equality.Take(model, Step.Hash);
        t_spare = equality;
        return equality._hash.ToHashCode();
    }

    /// <summary>Takes the next member.</summary>
    public void Take<T>(ModelField field, T value)
    {
        if (_step == Step.Keep)
            Keep(value);
        else if (_step == Step.Hash)
            _hash.Add(((Shape<T>)field.Shape).Hash(value));
        else if (!_differs)
            _differs = !((Shape<T>)field.Shape).AreEqual(Kept<T>(), value);
    }

    private static MemberEquality Begin()
    {
        MemberEquality equality = t_spare ?? new MemberEquality();
        t_spare = null;
        equality._differs = false;
        equality._hash = default;
        return equality;
    }

    private void Take<T>(T model, Step step)
        where T : IApiModel
    {
        (_step, _byte, _object) = (step, 0, 0);
        ModelWriter writer = new(this);
        model.WriteMembers(ref writer);
    }

    /// <summary>Keeps a value, without a box unless it is a struct that holds references.</summary>
    private void Keep<T>(T value)
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            if (_object == _objects.Length)
                Array.Resize(ref _objects, _object * 2);
            _objects[_object++] = value;
            return;
        }

        int end = _byte + Unsafe.SizeOf<T>();
        if (end > _bytes.Length)
            Array.Resize(ref _bytes, end * 2);
        Unsafe.WriteUnaligned(ref _bytes[_byte], value);
        _byte = end;
    }

    private T Kept<T>()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            return (T)_objects[_object++]!;
        T value = Unsafe.ReadUnaligned<T>(ref _bytes[_byte]);
        _byte += Unsafe.SizeOf<T>();
        return value;
    }
}
