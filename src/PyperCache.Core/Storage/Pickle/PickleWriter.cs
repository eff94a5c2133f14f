using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;

namespace PyperCache.Storage.Pickle;

/// <summary>Writes opcodes of protocol 4. Nothing is memoized, so that every record can be read where it lies.</summary>
internal sealed class PickleWriter(IBufferWriter<byte> target)
{
    private const int MaxDepth = 70;

    public void Op(Opcode opcode)
    {
        target.GetSpan(1)[0] = (byte)opcode;
        target.Advance(1);
    }

    public void Text(string text) => Counted(Opcode.ShortBinUnicode, Opcode.BinUnicode, PickleText.Encode(text));

    public void Utf8(ReadOnlySpan<byte> text) => Counted(Opcode.ShortBinUnicode, Opcode.BinUnicode, text);

    public void Bytes(ReadOnlySpan<byte> bytes) => Counted(Opcode.ShortBinBytes, Opcode.BinBytes, bytes);

    public void Float(double value)
    {
        Op(Opcode.BinFloat);
        BinaryPrimitives.WriteDoubleBigEndian(target.GetSpan(8), value);
        target.Advance(8);
    }

    public void Integer(long value)
    {
        switch (value)
        {
            case >= 0 and <= byte.MaxValue:
                Op(Opcode.BinInt1);
                Little(value, 1);
                break;
            case >= 0 and <= ushort.MaxValue:
                Op(Opcode.BinInt2);
                Little(value, 2);
                break;
            case >= int.MinValue and <= int.MaxValue:
                Op(Opcode.BinInt);
                Little(value, 4);
                break;
            default:
                Integer((BigInteger)value);
                break;
        }
    }

    public void Integer(BigInteger value)
    {
        byte[] bytes = value.ToByteArray();
        Counted(Opcode.Long1, Opcode.Long4, bytes);
    }

    /// <summary>Writes data that was read from a pickle.</summary>
    /// <exception cref="FormatException">It is nested too deep, or in itself.</exception>
    public void Value(object? value, int depth = 0)
    {
        if (depth > MaxDepth)
            throw new FormatException(StorageMessages.TooDeep);
        switch (value)
        {
            case null: Op(Opcode.None); break;
            case bool truth: Op(truth ? Opcode.NewTrue : Opcode.NewFalse); break;
            case long integer: Integer(integer); break;
            case BigInteger integer: Integer(integer); break;
            case double real: Float(real); break;
            case string text: Text(text); break;
            case PickleBytes { IsByteArray: true } bytes: ByteArray(bytes.Bytes); break;
            case PickleBytes bytes: Bytes(bytes.Bytes); break;
            case PickleDict dict: Dict(dict, depth); break;
            case PickleSequence sequence: Sequence(sequence, depth); break;
        }
    }

    private void Dict(PickleDict dict, int depth)
    {
        Op(Opcode.EmptyDict);
        Op(Opcode.Mark);
        foreach ((object? key, object? value) in dict)
        {
            Value(key, depth + 1);
            Value(value, depth + 1);
        }

        Op(Opcode.SetItems);
    }

    private void Sequence(PickleSequence sequence, int depth)
    {
        if (sequence.Kind == SequenceKind.List)
            Op(Opcode.EmptyList);
        else if (sequence.Kind == SequenceKind.Set)
            Op(Opcode.EmptySet);
        Op(Opcode.Mark);
        foreach (object? item in sequence)
            Value(item, depth + 1);
        Op(sequence.Kind switch
        {
            SequenceKind.List => Opcode.Appends,
            SequenceKind.Set => Opcode.AddItems,
            SequenceKind.FrozenSet => Opcode.FrozenSet,
            _ => Opcode.Tuple,
        });
    }

    private void ByteArray(byte[] bytes)
    {
        Op(Opcode.ByteArray8);
        Little(bytes.Length, 8);
        target.Write(bytes);
    }

    private void Counted(Opcode shortForm, Opcode longForm, ReadOnlySpan<byte> bytes)
    {
        bool isShort = bytes.Length <= byte.MaxValue;
        Op(isShort ? shortForm : longForm);
        Little(bytes.Length, isShort ? 1 : 4);
        target.Write(bytes);
    }

    private void Little(long value, int bytes)
    {
        Span<byte> all = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(all, value);
        target.Write(all[..bytes]);
    }
}
