using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using PyperCache.Storage.Files;

namespace PyperCache.Storage.Pickle;

/// <summary>Writes a payload as the Python data that <c>json.loads</c> makes of it.</summary>
internal static class JsonToPickle
{
    /// <returns>Whether Python data holds all there is in the payload: not when the text of a number says more, such as <c>1.50</c>.</returns>
    /// <exception cref="JsonException">The payload is not well-formed.</exception>
    public static bool Write(PickleWriter writer, ReadOnlySpan<byte> payload)
    {
        var reader = new Utf8JsonReader(payload);
        bool isExact = true;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    writer.Op(Opcode.EmptyDict);
                    writer.Op(Opcode.Mark);
                    break;
                case JsonTokenType.StartArray:
                    writer.Op(Opcode.EmptyList);
                    writer.Op(Opcode.Mark);
                    break;
                case JsonTokenType.EndObject: writer.Op(Opcode.SetItems); break;
                case JsonTokenType.EndArray: writer.Op(Opcode.Appends); break;
                case JsonTokenType.Null: writer.Op(Opcode.None); break;
                case JsonTokenType.True: writer.Op(Opcode.NewTrue); break;
                case JsonTokenType.False: writer.Op(Opcode.NewFalse); break;
                case JsonTokenType.Number: isExact &= WriteNumber(writer, reader.ValueSpan); break;
                default: WriteText(writer, ref reader); break;
            }
        }

        return isExact;
    }

    private static void WriteText(PickleWriter writer, ref Utf8JsonReader reader)
    {
        if (reader.ValueIsEscaped)
            writer.Text(JsonString.Decode(reader.ValueSpan));
        else
            writer.Utf8(reader.ValueSpan);
    }

    private static bool WriteNumber(PickleWriter writer, ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny((byte)'.', (byte)'e', (byte)'E') >= 0)
        {
            double real = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
            writer.Float(real);
            return double.IsFinite(real) && System.Text.Ascii.Equals(PythonNumber.Format(real), text);
        }

        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long integer))
            writer.Integer(integer);
        else
            writer.Integer(BigInteger.Parse(Encoding.ASCII.GetString(text), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        return !text.SequenceEqual("-0"u8);
    }
}
