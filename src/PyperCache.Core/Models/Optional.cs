using System.Diagnostics.CodeAnalysis;

namespace PyperCache.Models;

/// <summary>A value that may not be there at all, which is something else than being null.</summary>
/// <typeparam name="T">The type of the value; nullable where JSON null is allowed.</typeparam>
/// <param name="value">The value; may be null where <typeparamref name="T"/> is nullable.</param>
[SuppressMessage("Naming", "CA1716", Justification = "Optional is a keyword of Visual Basic alone, where it can be written in brackets.")]
public readonly struct Optional<T>(T value) : IEquatable<Optional<T>>
{
    private readonly T _value = value;

    /// <summary>Whether there is no value: the key was missing. <c>default(Optional&lt;T&gt;)</c> is unset.</summary>
    public bool IsUnset => !HasValue;

    /// <summary>Whether there is a value, which may be null.</summary>
    public bool HasValue { get; } = true;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException("The optional value is unset: the payload has no such key. Ask HasValue first, or use GetValueOrDefault.");

    /// <summary>The value, or <paramref name="defaultValue"/> when it is unset.</summary>
    [return: NotNullIfNotNull(nameof(defaultValue))]
    public T? GetValueOrDefault(T? defaultValue = default) => HasValue ? _value : defaultValue;

    /// <summary>Makes a value that is set.</summary>
    [SuppressMessage("Usage", "CA2225", Justification = "The constructor is the named alternative.")]
    public static implicit operator Optional<T>(T value) => new(value);

    /// <inheritdoc/>
    public bool Equals(Optional<T> other) => HasValue == other.HasValue && EqualityComparer<T>.Default.Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Optional<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HasValue ? HashCode.Combine(true, _value) : 0;

    /// <inheritdoc/>
    public override string ToString() => HasValue ? _value?.ToString() ?? "null" : "unset";

    /// <summary>Whether both are unset, or both are set to equal values.</summary>
    public static bool operator ==(Optional<T> left, Optional<T> right) => left.Equals(right);

    /// <summary>The opposite of <c>==</c>.</summary>
    public static bool operator !=(Optional<T> left, Optional<T> right) => !left.Equals(right);
}
