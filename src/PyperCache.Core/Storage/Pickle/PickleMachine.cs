using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace PyperCache.Storage.Pickle;

/// <summary>
/// Runs a pickle, of any protocol from 0 to 5, as far as it builds plain data. An opcode that names a class, calls something or reaches outside
/// is refused before anything is done; no name in a pickle is ever looked up.
/// </summary>
/// <remarks>Every value on the stack and in the memo has cost at least a byte of input, so memory is bounded by the input.</remarks>
internal sealed partial class PickleMachine(PickleInput input, IPickleRoot? root = null)
{
    private const int HighestProtocol = 5;

    private static readonly object s_mark = new();

    private readonly List<object?> _stack = [];
    private readonly List<long> _starts = [];
    private readonly Dictionary<uint, object?> _memo = [];
    private PickleDict? _root;
    private long _opcodeAt;

    /// <summary>Where a value was last taken from the memo; -1 when none was.</summary>
    public long LastGet { get; private set; } = -1;

    /// <summary>Bytes that were pushed and taken away again, which changes nothing for Python: our writer leaves the text of a payload so.</summary>
    public byte[]? Discarded { get; private set; }

    /// <summary>Runs to the STOP opcode.</summary>
    /// <returns>The value that the pickle stands for; with a root listener, an empty dictionary in its stead.</returns>
    /// <exception cref="FormatException">It is no pickle, or a damaged one.</exception>
    /// <exception cref="StorageException">It would name or call something.</exception>
    public object? Run()
    {
        while (true)
        {
            _opcodeAt = input.Position;
            var opcode = (Opcode)input.ReadByte();
            if (opcode == Opcode.Stop)
                return Pop();
            Execute(opcode);
        }
    }

    /// <summary>Runs to the end of the input.</summary>
    /// <returns>The values on the stack.</returns>
    public IReadOnlyList<object?> RunToEnd()
    {
        while (input.Position < input.Length)
        {
            _opcodeAt = input.Position;
            Execute((Opcode)input.ReadByte());
        }

        return _stack;
    }

    /// <summary>Runs one opcode.</summary>
    /// <returns>The value that it pushed.</returns>
    public object? RunOne()
    {
        Execute((Opcode)input.ReadByte());
        return Pop();
    }

    private void Execute(Opcode opcode)
    {
        if (TryScalar(opcode) || TryContainer(opcode) || TryMemo(opcode))
            return;
        switch (opcode)
        {
            case Opcode.Proto:
                if (input.ReadByte() > HighestProtocol)
                    throw Damaged();
                break;
            case Opcode.Frame:
                input.ReadFrame();
                break;
            case Opcode.Mark:
                Push(s_mark);
                break;
            case Opcode.Pop:
                Discarded = Pop(allowMark: true) is PickleBytes bytes ? bytes.Bytes : Discarded;
                break;
            case Opcode.PopMark:
                Truncate(LastMark());
                break;
            case Opcode.Dup:
                Push(Top());
                break;
            default:
                throw Refuse(opcode);
        }
    }

    private bool TryScalar(Opcode opcode)
    {
        object? value;
        switch (opcode)
        {
            case Opcode.None: value = null; break;
            case Opcode.NewTrue: value = true; break;
            case Opcode.NewFalse: value = false; break;
            case Opcode.BinInt1: value = (long)input.ReadByte(); break;
            case Opcode.BinInt2: value = (long)input.ReadUInt16(); break;
            case Opcode.BinInt: value = (long)input.ReadInt32(); break;
            case Opcode.Int: value = ParseInt(input.ReadLine()); break;
            case Opcode.Long: value = ParseLong(input.ReadLine()); break;
            case Opcode.Long1: value = Shrink(new BigInteger(input.ReadCounted(1))); break;
            case Opcode.Long4: value = Shrink(new BigInteger(input.ReadCounted(4))); break;
            case Opcode.Float: value = ParseFloat(input.ReadLine()); break;
            case Opcode.BinFloat: value = input.ReadDouble(); break;
            case Opcode.Unicode: value = PickleText.DecodeRawUnicodeEscape(input.ReadLine()); break;
            case Opcode.ShortBinUnicode: value = PickleText.Decode(input.ReadCounted(1)); break;
            case Opcode.BinUnicode: value = PickleText.Decode(input.ReadCounted(4)); break;
            case Opcode.BinUnicode8: value = PickleText.Decode(input.ReadCounted(8)); break;
            case Opcode.String: value = ParseQuoted(input.ReadLine()); break;
            case Opcode.ShortBinString: value = Ascii(input.ReadCounted(1)); break;
            case Opcode.BinString: value = Ascii(input.ReadCounted(4)); break;
            case Opcode.ShortBinBytes: value = new PickleBytes(input.ReadCounted(1).ToArray(), IsByteArray: false); break;
            case Opcode.BinBytes: value = new PickleBytes(input.ReadCounted(4).ToArray(), IsByteArray: false); break;
            case Opcode.BinBytes8: value = new PickleBytes(input.ReadCounted(8).ToArray(), IsByteArray: false); break;
            case Opcode.ByteArray8: value = new PickleBytes(input.ReadCounted(8).ToArray(), IsByteArray: true); break;
            default: return false;
        }

        Push(value);
        return true;
    }

    private bool TryMemo(Opcode opcode)
    {
        switch (opcode)
        {
            case Opcode.Memoize: _memo[(uint)_memo.Count] = Top(); return true;
            case Opcode.BinPut: _memo[input.ReadByte()] = Top(); return true;
            case Opcode.LongBinPut: _memo[(uint)input.ReadInt32()] = Top(); return true;
            case Opcode.Put: _memo[ParseIndex(input.ReadLine())] = Top(); return true;
            case Opcode.BinGet: PushFromMemo(input.ReadByte()); return true;
            case Opcode.LongBinGet: PushFromMemo((uint)input.ReadInt32()); return true;
            case Opcode.Get: PushFromMemo(ParseIndex(input.ReadLine())); return true;
            default: return false;
        }
    }

    private void PushFromMemo(uint index)
    {
        if (!_memo.TryGetValue(index, out object? value))
            throw Damaged();
        LastGet = _opcodeAt;
        Push(value);
    }

    private void Push(object? value)
    {
        _stack.Add(value);
        _starts.Add(_opcodeAt);
    }

    private object? Top() => _stack.Count == 0 || ReferenceEquals(_stack[^1], s_mark) ? throw Damaged() : _stack[^1];

    private object? Pop(bool allowMark = false)
    {
        if (_stack.Count == 0)
            throw Damaged();
        object? value = allowMark ? _stack[^1] : Top();
        Truncate(_stack.Count - 1);
        return value;
    }

    private void Truncate(int count)
    {
        Debug.Assert(count <= _stack.Count);
        _stack.RemoveRange(count, _stack.Count - count);
        _starts.RemoveRange(count, _starts.Count - count);
    }

    private int LastMark()
    {
        int mark = _stack.FindLastIndex(static value => ReferenceEquals(value, s_mark));
        return mark < 0 ? throw Damaged() : mark;
    }

    private FormatException Damaged() => new(StorageMessages.DamagedAt(_opcodeAt));

    private Exception Refuse(Opcode opcode) => Enum.IsDefined(opcode)
        ? new StorageException(StorageMessages.DangerousPickle(opcode.ToString(), _opcodeAt))
        : Damaged();

    private static object Shrink(BigInteger value)
    {
        object result = value;
        if (value >= long.MinValue && value <= long.MaxValue)
            result = (long)value;
        return result;
    }

    private object ParseInt(ReadOnlySpan<byte> line)
    {
        if (line.SequenceEqual("01"u8))
            return true;
        return line.SequenceEqual("00"u8) ? false : ParseLong(line);
    }

    private object ParseLong(ReadOnlySpan<byte> line)
    {
        ReadOnlySpan<byte> digits = line.Length > 0 && line[^1] == 'L' ? line[..^1] : line;
        if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long small))
            return small;

        // Parsing decimal digits takes time in proportion to their square.
        const int MostDigits = 10_000;
        return digits.Length <= MostDigits
            && BigInteger.TryParse(Encoding.ASCII.GetString(digits), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out BigInteger big)
            ? big
            : throw Damaged();
    }

    private double ParseFloat(ReadOnlySpan<byte> line) => Encoding.ASCII.GetString(line) switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.TryParse(line, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : throw Damaged(),
    };

    private uint ParseIndex(ReadOnlySpan<byte> line) =>
        uint.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out uint index) ? index : throw Damaged();

    /// <summary>A string of Python 2. Only plain ones are text; what has escapes may be bytes of any meaning.</summary>
    private string ParseQuoted(ReadOnlySpan<byte> line)
    {
        if (line.Length < 2 || line[0] is not ((byte)'\'' or (byte)'"') || line[^1] != line[0] || line.Contains((byte)'\\'))
            throw Damaged();
        return Ascii(line[1..^1]);
    }

    private string Ascii(ReadOnlySpan<byte> bytes) => System.Text.Ascii.IsValid(bytes) ? Encoding.ASCII.GetString(bytes) : throw Damaged();
}
