using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;
using PyperCache.Storage.Files;

namespace PyperCache.Storage.Pickle;

/// <summary>Writes Python data as JSON, as Python's <c>json.dumps</c> would, except that there is no NaN.</summary>
internal sealed class PickleToJson(IBufferWriter<byte> target, long mostBytes)
{
    private const int MaxDepth = 64;

    private long _written;

    /// <exception cref="FormatException">JSON cannot hold the value, it is nested too deep or in itself, or sharing makes it too large.</exception>
    public void Write(object? value, int depth = 0)
    {
        switch (value)
        {
            case null: Raw("null"u8); break;
            case bool truth: Raw(truth ? "true"u8 : "false"u8); break;
            case long or BigInteger or double: Ascii(NumberText(value)); break;
            case string text: Text(text); break;
            case PickleSequence { Kind: SequenceKind.List or SequenceKind.Tuple } list: WriteList(list, depth + 1); break;
            case PickleDict dict: WriteDict(dict, depth + 1); break;
            default: throw new FormatException(StorageMessages.NotJsonValue(value is PickleBytes ? "bytes" : "a set"));
        }
    }

    private static string NumberText(object number) => number switch
    {
        double real when !double.IsFinite(real) => throw new FormatException(StorageMessages.NotJsonValue("NaN or Infinity")),
        double real => PythonNumber.Format(real),
        _ => ((IFormattable)number).ToString(null, CultureInfo.InvariantCulture),
    };

    private static string KeyText(object? key) => key switch
    {
        string text => text,
        null => "null",
        bool truth => truth ? "true" : "false",
        long or BigInteger or double => NumberText(key),
        _ => throw new FormatException(StorageMessages.NotJsonValue("a key that is no text")),
    };

    private static void CheckDepth(int depth)
    {
        if (depth > MaxDepth)
            throw new FormatException(StorageMessages.TooDeep);
    }

    private void WriteList(PickleSequence list, int depth)
    {
        CheckDepth(depth);
        Raw("["u8);
        for (int i = 0; i < list.Count; i++)
        {
            if (i > 0)
                Raw(","u8);
            Write(list[i], depth);
        }

        Raw("]"u8);
    }

    private void WriteDict(PickleDict dict, int depth)
    {
        CheckDepth(depth);
        Raw("{"u8);
        for (int i = 0; i < dict.Count; i++)
        {
            if (i > 0)
                Raw(","u8);
            Text(KeyText(dict[i].Key));
            Raw(":"u8);
            Write(dict[i].Value, depth);
        }

        Raw("}"u8);
    }

    private void Text(string text)
    {
        Count(text.Length + 2L);
        JsonString.WriteUtf8(target, text);
    }

    private void Ascii(string text) => Raw(Encoding.ASCII.GetBytes(text));

    private void Raw(ReadOnlySpan<byte> bytes)
    {
        Count(bytes.Length);
        target.Write(bytes);
    }

    /// <summary>A few bytes of pickle can stand for any amount of data, by holding the same list in a list again and again.</summary>
    private void Count(long bytes)
    {
        _written += bytes;
        if (_written > mostBytes)
            throw new FormatException(StorageMessages.TooLarge);
    }
}
