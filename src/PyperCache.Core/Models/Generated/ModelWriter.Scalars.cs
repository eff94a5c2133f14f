using System.Diagnostics.CodeAnalysis;

namespace PyperCache.Models.Generated;

/// <content>Members of common types by the names of these: the compiler finds a name faster than an overload or a type argument.</content>
[SuppressMessage("Naming", "CA1720", Justification = "A method is named after the type that it takes.")]
public ref partial struct ModelWriter
{
    /// <inheritdoc cref="Member"/>
    public void String(string? value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void Boolean(bool value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void BooleanOrNull(bool? value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void Byte(byte value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void SByte(sbyte value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void Int16(short value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void UInt16(ushort value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void Int32(int value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void Int32OrNull(int? value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void UInt32(uint value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void Int64(long value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void Int64OrNull(long? value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void UInt64(ulong value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void Single(float value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void Double(double value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void DoubleOrNull(double? value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void Decimal(decimal value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void DecimalOrNull(decimal? value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void Guid(Guid value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void GuidOrNull(Guid? value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void DateTime(DateTime value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void DateTimeOrNull(DateTime? value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void DateTimeOffset(DateTimeOffset value) => Member(value);

    /// <inheritdoc cref="Member"/>
    public void DateTimeOffsetOrNull(DateTimeOffset? value) => Member(value);
}
