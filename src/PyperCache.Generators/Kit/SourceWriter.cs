using System.Text;

namespace PyperCache.Generators.Kit;

/// <summary>Writes indented source text. Lines end in <c>\n</c>; text of several lines is indented line by line.</summary>
internal sealed class SourceWriter
{
    private const int IndentSize = 4;
    private readonly StringBuilder _text = new();
    private int _indentation;

    /// <summary>Writes one line, or several, each at the current indentation.</summary>
    public void WriteLine(string text)
    {
        int start = 0;
        while (true)
        {
            int end = text.IndexOf('\n', start);
            int length = (end < 0 ? text.Length : end) - start;
            if (length > 0 && text[start + length - 1] == '\r')
                length--;
            if (length > 0)
                _text.Append(' ', _indentation * IndentSize).Append(text, start, length);
            _text.Append('\n');
            if (end < 0)
                return;
            start = end + 1;
        }
    }

    public void WriteLine() => _text.Append('\n');

    public void WriteLineIf(bool condition, string text)
    {
        if (condition)
            WriteLine(text);
    }

    public void Indent() => _indentation++;

    public void Unindent() => _indentation--;

    /// <summary>Writes <paramref name="header"/> and an opening brace; disposing the result closes the block.</summary>
    public BlockScope Block(string header, string closing = "}")
    {
        WriteLine(header);
        WriteLine("{");
        _indentation++;
        return new BlockScope(this, closing);
    }

    public override string ToString() => _text.ToString();

    public readonly struct BlockScope(SourceWriter writer, string closing) : IDisposable
    {
        public void Dispose()
        {
            writer._indentation--;
            writer.WriteLine(closing);
        }
    }
}
