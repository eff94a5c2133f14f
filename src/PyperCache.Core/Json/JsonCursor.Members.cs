namespace PyperCache.Json;

/// <content>Values for members that keep what they have when the value in the payload does not fit.</content>
public ref partial struct JsonCursor
{
    /// <summary>Reads what the method of the same name with <c>Try</c> reads.</summary>
    /// <param name="otherwise">The result when the value does not fit; it has been skipped then.</param>
    /// <exception cref="System.Text.Json.JsonException">The JSON is malformed.</exception>
    public string ReadString(string otherwise) => TryReadString(out string? value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public string? ReadStringOrNull(string? otherwise) => TryReadStringOrNull(out string? value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public bool ReadBoolean(bool otherwise) => TryReadBoolean(out bool value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public bool? ReadBooleanOrNull(bool? otherwise) => TryReadBooleanOrNull(out bool? value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public byte ReadByte(byte otherwise) => TryReadByte(out byte value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public sbyte ReadSByte(sbyte otherwise) => TryReadSByte(out sbyte value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public short ReadInt16(short otherwise) => TryReadInt16(out short value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public ushort ReadUInt16(ushort otherwise) => TryReadUInt16(out ushort value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public int ReadInt32(int otherwise) => TryReadInt32(out int value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public int? ReadInt32OrNull(int? otherwise) => TryReadInt32OrNull(out int? value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public uint ReadUInt32(uint otherwise) => TryReadUInt32(out uint value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public long ReadInt64(long otherwise) => TryReadInt64(out long value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public long? ReadInt64OrNull(long? otherwise) => TryReadInt64OrNull(out long? value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public ulong ReadUInt64(ulong otherwise) => TryReadUInt64(out ulong value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public float ReadSingle(float otherwise) => TryReadSingle(out float value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public double ReadDouble(double otherwise) => TryReadDouble(out double value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public double? ReadDoubleOrNull(double? otherwise) => TryReadDoubleOrNull(out double? value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public decimal ReadDecimal(decimal otherwise) => TryReadDecimal(out decimal value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public decimal? ReadDecimalOrNull(decimal? otherwise) => TryReadDecimalOrNull(out decimal? value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public Guid ReadGuid(Guid otherwise) => TryReadGuid(out Guid value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public Guid? ReadGuidOrNull(Guid? otherwise) => TryReadGuidOrNull(out Guid? value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public DateTime ReadDateTime(DateTime otherwise) => TryReadDateTime(out DateTime value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public DateTime? ReadDateTimeOrNull(DateTime? otherwise) => TryReadDateTimeOrNull(out DateTime? value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public DateTimeOffset ReadDateTimeOffset(DateTimeOffset otherwise) => TryReadDateTimeOffset(out DateTimeOffset value) ? value : otherwise;

    /// <inheritdoc cref="ReadString"/>
    public DateTimeOffset? ReadDateTimeOffsetOrNull(DateTimeOffset? otherwise) => TryReadDateTimeOffsetOrNull(out DateTimeOffset? value) ? value : otherwise;
}
