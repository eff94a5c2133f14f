using System.Globalization;
using System.Text;

namespace PyperCache.Core.Tests.Json.Differential;

/// <summary>JSON documents, most of them damaged, in an order that a seed decides.</summary>
internal sealed class RandomDocuments(int seed)
{
    private static readonly string[] s_keys = ["id", "name", "a", "", "geo", "lat", "a key that is longer than thirty-two bytes", "clé", "\\u0069d", "na\\/me"];
    private static readonly string[] s_escapes = ["\\n", "\\\"", "\\\\", "\\/", "\\b", "\\f", "\\r", "\\t", "\\u0041", "\\u00e9", "\\u20AC", "\\ud83d\\ude00", "\\u0000"];
    private static readonly string[] s_badEscapes = ["\\x", "\\ud83d", "\\ude00", "\\u12", "\\u12g4", "\\ud83d\\u0041", "\\", "\\U0041"];
    private static readonly string[] s_texts = ["é", "€", "😀", "plain", "a longer run of plain characters, more than one vector", "7", "-1.5e3", "true", "null", " ", "\u007f", "\u0080", "\uffff"];
    private static readonly string[] s_numbers =
    [
        "0", "-0", "1", "7", "-1", "10", "127", "128", "-129", "255", "256", "32767", "-32769", "65535", "65536", "2147483647", "2147483648", "-2147483648", "-2147483649", "4294967295", "4294967296",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "-9223372036854775809", "18446744073709551615", "18446744073709551616", "340282366920938463463374607431768211455",
        "79228162514264337593543950335", "79228162514264337593543950336", "5.0", "5.7", "1e2", "1E+2", "12e-1", "120e-1", "1e400", "-1e400", "1e-400", "1.7976931348623157e308", "4.9e-324", "3.4028235e38", "3.5e38",
        "0.1", "0.30000000000000004", "123456789.123456789", "1.000", "0.0000000000000000000000000001", "0.00000000000000000000000000001", "1e28", "1e29", "0e9999999999", "9007199254740993", "52.520008", "-13.40495400",
    ];
    private static readonly byte[] s_spice = "\"\\{}[]:,0123456789-+.eE \t\r\ntrufalsn\0\u0001\u001f/*'\u007f"u8.ToArray();

    private readonly Random _random = new(seed);
    private readonly List<byte> _bytes = [];
    private int _width;

    /// <summary>The next document.</summary>
    public byte[] Next()
    {
        _bytes.Clear();
        _width = _random.Next(16) == 0 ? 12 : 5;
        WriteSpace();
        int rare = _random.Next(400);
        if (rare == 0)
            WriteDeep(_random.Next(60, 70));
        else if (rare == 1)
            WriteLong();
        else if (rare < 20)
            WriteColumn();
        else
            WriteValue(_random.Next(2));
        WriteSpace();
        if (_random.Next(5) > 0)
            Damage();
        return [.. _bytes];
    }

    private void WriteValue(int depth)
    {
        int kind = _random.Next(depth > 4 ? 6 : 10 - depth);
        switch (kind)
        {
            case 0 or 1:
                WriteNumber();
                break;
            case 2 or 3:
                WriteString();
                break;
            case 4:
                Write(_random.Next(3) switch { 0 => "true", 1 => "false", _ => "null" });
                break;
            case 5 or 6:
                WriteArray(depth);
                break;
            default:
                WriteObject(depth);
                break;
        }
    }

    private void WriteArray(int depth)
    {
        Write("[");
        int count = _random.Next(_width);
        for (int i = 0; i < count; i++)
        {
            if (i > 0)
                Write(",");
            WriteSpace();
            WriteValue(depth + 1);
            WriteSpace();
        }

        Write("]");
    }

    private void WriteColumn()
    {
        bool isSpaced = _random.Next(4) == 0;
        int count = _random.Next(1, 100);
        for (int i = 0; i < count; i++)
        {
            Write(i == 0 ? "[" : ",");
            if (isSpaced)
                WriteSpace();
            WriteCell(_random.Next(40));
            if (isSpaced)
                WriteSpace();
        }

        Write("]");
    }

    private void WriteCell(int kind)
    {
        if (kind == 0)
            WriteValue(4);
        else if (kind < 4)
            WriteNumber();
        else if (kind < 8)
            Write("null");
        else
            Write((_random.Next(-100_000, 100_000) / Math.Pow(10, _random.Next(4))).ToString(CultureInfo.InvariantCulture));
    }

    private void WriteObject(int depth)
    {
        Write("{");
        int count = _random.Next(_width);
        for (int i = 0; i < count; i++)
        {
            if (i > 0)
                Write(",");
            WriteSpace();
            Write($"\"{s_keys[_random.Next(s_keys.Length)]}\"");
            WriteSpace();
            Write(":");
            WriteSpace();
            WriteValue(depth + 1);
            WriteSpace();
        }

        Write("}");
    }

    private void WriteLong()
    {
        Write("[");
        int length = _random.Next(4000, 9000);
        while (_bytes.Count < length)
        {
            WriteValue(1);
            Write(",");
        }

        Write("0]");
    }

    private void WriteDeep(int depth)
    {
        int objects = _random.Next(3);
        for (int i = 0; i < depth; i++)
            Write((objects == 2 ? i % 2 : objects) == 0 ? "[" : "{\"a\":");
        if (_random.Next(2) == 0 || objects != 0)
            Write("1");
        for (int i = depth - 1; i >= 0; i--)
            Write((objects == 2 ? i % 2 : objects) == 0 ? "]" : "}");
    }

    private void WriteString()
    {
        Write("\"");
        int parts = _random.Next(4);
        for (int i = 0; i < parts; i++)
        {
            switch (_random.Next(40))
            {
                case 0:
                    Write(s_badEscapes[_random.Next(s_badEscapes.Length)]);
                    break;
                case < 10:
                    Write(s_escapes[_random.Next(s_escapes.Length)]);
                    break;
                case < 20:
                    Write(new string('x', _random.Next(40)));
                    break;
                default:
                    Write(s_texts[_random.Next(s_texts.Length)]);
                    break;
            }
        }

        Write("\"");
    }

    private void WriteNumber()
    {
        switch (_random.Next(6))
        {
            case 0:
                Write(_random.Next().ToString(CultureInfo.InvariantCulture));
                break;
            case 1:
                Write(((_random.NextDouble() - 0.5) * Math.Pow(10, _random.Next(-20, 20))).ToString("R", CultureInfo.InvariantCulture));
                break;
            case 2:
                WriteAnyNumber();
                break;
            default:
                Write(s_numbers[_random.Next(s_numbers.Length)]);
                break;
        }
    }

    private void WriteAnyNumber()
    {
        if (_random.Next(2) == 0)
            Write("-");
        WriteDigits(_random.Next(1, 25));
        if (_random.Next(2) == 0)
        {
            Write(".");
            WriteDigits(_random.Next(1, 25));
        }

        if (_random.Next(3) == 0)
            Write($"e{_random.Next(-40, 40)}");
    }

    private void WriteDigits(int count)
    {
        for (int i = 0; i < count; i++)
            _bytes.Add((byte)('0' + _random.Next(10)));
    }

    private void WriteSpace()
    {
        if (_random.Next(4) > 0)
            return;
        int count = _random.Next(4);
        for (int i = 0; i < count; i++)
            _bytes.Add(" \t\r\n"u8[_random.Next(4)]);
    }

    private void Damage()
    {
        int times = _random.Next(1, 3);
        for (int i = 0; i < times && _bytes.Count > 0; i++)
        {
            int at = _random.Next(_bytes.Count);
            switch (_random.Next(6))
            {
                case 0:
                    _bytes.RemoveRange(at, _bytes.Count - at);
                    break;
                case 1:
                    _bytes.RemoveAt(at);
                    break;
                case 2:
                    _bytes.Insert(at, s_spice[_random.Next(s_spice.Length)]);
                    break;
                case 3:
                    _bytes[at] = (byte)_random.Next(256);
                    break;
                case 4:
                    _bytes[at] ^= (byte)(1 << _random.Next(8));
                    break;
                default:
                    _bytes.InsertRange(_random.Next(_bytes.Count), _bytes.GetRange(at, Math.Min(_random.Next(1, 12), _bytes.Count - at)));
                    break;
            }
        }
    }

    private void Write(string text) => _bytes.AddRange(Encoding.UTF8.GetBytes(text));
}
