using System.Globalization;
using System.Text;

namespace PyperCache.Logging;

/// <summary>JSON strings as Python's <c>json</c> writes them: everything outside printable ASCII escaped, nothing else.</summary>
internal static class AsciiJson
{
    /// <summary>Appends the text as a JSON string with its quotes.</summary>
    public static StringBuilder AppendString(StringBuilder line, string text)
    {
        line.Append('"');
        foreach (char c in text)
        {
            if (ShortEscape(c) is { } letter)
                line.Append('\\').Append(letter);
            else if (c is < ' ' or > '~')
                line.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else
                line.Append(c);
        }

        return line.Append('"');
    }

    private static char? ShortEscape(char c) => c switch
    {
        '"' or '\\' => c,
        '\n' => 'n',
        '\r' => 'r',
        '\t' => 't',
        '\b' => 'b',
        '\f' => 'f',
        _ => null,
    };
}
