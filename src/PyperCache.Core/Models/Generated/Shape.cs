using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PyperCache.Json;

namespace PyperCache.Models.Generated;

/// <summary>How values of <typeparamref name="T"/> are read from, checked in, compared with and written to JSON. Shapes are immutable and shared.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Shape<T> : PayloadReader<T>, IShape
{
    /// <inheritdoc/>
    public Type Type => typeof(T);

    /// <inheritdoc/>
    public abstract string Expected { get; }

    /// <summary>Whether none of the slices that values keep lies in another, so that copies of all take no more than one of the payload.</summary>
    internal virtual bool RetainsSlicesApart => !RetainsPayload;

    /// <summary>Whether nothing can change a value that was read; see <see cref="IShape.IsImmutable"/>.</summary>
    internal virtual bool IsImmutable(HashSet<ModelSchema> asked) => false;

    /// <summary>Reads a value for a member that keeps what it has when the value in the payload does not fit.</summary>
    /// <param name="cursor">Stands at the first byte of a value; moves behind it.</param>
    /// <param name="otherwise">The result when the value does not fit.</param>
    public T Read(ref JsonCursor cursor, T otherwise) => TryRead(ref cursor, out T? value) ? value : otherwise;

    /// <summary>Writes the value as JSON.</summary>
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>The value as a JSON document.</summary>
    internal virtual ReadOnlyMemory<byte> ToJson(T value) => ModelJson.Write(this, value);

    /// <summary>Writes the value in the form that <paramref name="raw"/>, the text which it replaces, has; where a type has only one form, this is <see cref="Write"/>.</summary>
    public virtual void WriteLike(Utf8JsonWriter writer, T value, ReadOnlySpan<byte> raw) => Write(writer, value);

    /// <summary>Whether the value means that there is none, so that its key is left out.</summary>
    public virtual bool IsUnset(T value) => false;

    /// <summary>Whether two values are equal by their contents.</summary>
    public virtual bool AreEqual(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);

    /// <summary>A hash that is equal for values which are equal by their contents.</summary>
    public virtual int Hash(T value) => value is null ? 0 : EqualityComparer<T>.Default.GetHashCode(value);

    /// <summary>Whether the JSON at the cursor still says what <paramref name="value"/> says. Moves behind the JSON in any case.</summary>
    public virtual bool Matches(ref JsonCursor cursor, T value) => TryRead(ref cursor, out T? read) && AreEqual(read, value);

    /// <inheritdoc/>
    public virtual void Check(ref JsonCursor cursor, ref CheckLog log)
    {
        int start = cursor.FindStart();
        if (!TryRead(ref cursor, out _))
            log.Report(ref cursor, start, Expected);
    }

    /// <inheritdoc/>
    public virtual int CheckElements(ref JsonCursor cursor, ref CheckLog log)
    {
        int count = 0;
        for (bool started = false; cursor.NextElement(ref started); count++)
            Check(ref cursor, ref log);
        return count;
    }

    /// <inheritdoc/>
    public virtual void CheckNested(ref JsonCursor cursor, ref CheckLog log) => cursor.Skip();

    bool IShape.IsImmutable(HashSet<ModelSchema> asked) => IsImmutable(asked);

    object? IShape.HydrateObject(ReadOnlyMemory<byte> json) => Hydration.Run(this, json);

    void IShape.WriteObject(Utf8JsonWriter writer, object? value) => Write(writer, (T)value!);

    JsonTypeInfo IShape.CreateTypeInfo(JsonSerializerOptions options) => JsonMetadataServices.CreateValueInfo<T>(options, new ModelConverter<T>(this));
}
