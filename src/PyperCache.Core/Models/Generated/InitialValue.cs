namespace PyperCache.Models.Generated;

/// <summary>Finds the value that a member has in a newly hydrated model when the payload has none for it.</summary>
internal abstract class InitialValue(int field)
{
    public static T Of<T>(ModelSchema schema, ReadOnlyMemory<byte> json, int field)
    {
        Holder<T> holder = new(field);
        ModelWriter writer = new(holder);
        schema.HandOver(json, ref writer);
        return holder.Value!;
    }

    public void Take<T>(int member, T value)
    {
        if (member == field)
            ((Holder<T>)this).Value = value;
    }

    private sealed class Holder<T>(int field) : InitialValue(field)
    {
        public T? Value;
    }
}
