using System.Runtime.CompilerServices;
using System.Text;

namespace PyperCache.Generators.Kit;

/// <summary>Writes indented source text. Lines end in <c>\n</c>; text of several lines is indented line by line.</summary>
/// <remarks>Interpolated texts are written part by part: none is ever a string of its own.</remarks>
internal sealed class SourceWriter
{
    private const int IndentSize = 4, FirstCapacity = 8192, LargestKept = 65536;

    /// <summary>The buffer of the thread's last file, for its next one.</summary>
    [ThreadStatic]
    private static StringBuilder? t_spare;

    private readonly StringBuilder _text;
    private int _indentation;
    private bool _isInLine;

    public SourceWriter()
    {
        _text = t_spare ?? new StringBuilder(FirstCapacity);
        t_spare = null;
    }

    /// <summary>Writes text; a line that it begins gets its indentation.</summary>
    public void Write(string? text)
    {
        if (text is null)
            return;
        int start = 0;
        for (int end; (end = text.IndexOf('\n', start)) >= 0; start = end + 1)
        {
            WritePart(text, start, (end > start && text[end - 1] == '\r' ? end - 1 : end) - start);
            WriteLine();
        }

        WritePart(text, start, text.Length - start);
    }

    /// <summary>Writes text with values in it, which has written itself when it gets here.</summary>
    /// <returns>The writer.</returns>
    public SourceWriter Write([InterpolatedStringHandlerArgument("")] InterpolatedSource text) => this;

    /// <summary>Ends the line.</summary>
    public void WriteLine()
    {
        _text.Append('\n');
        _isInLine = false;
    }

    /// <summary>Writes one line, or several, each at the current indentation.</summary>
    public void WriteLine(string text)
    {
        Write(text);
        WriteLine();
    }

    /// <summary>Writes a line with values in it.</summary>
    public void WriteLine([InterpolatedStringHandlerArgument("")] InterpolatedSource text) => WriteLine();

    public void WriteLineIf(bool condition, string text)
    {
        if (condition)
            WriteLine(text);
    }

    /// <summary>Writes a line with values in it; nothing of it is evaluated when the condition is false.</summary>
    public void WriteLineIf(bool condition, [InterpolatedStringHandlerArgument("", nameof(condition))] InterpolatedSource text)
    {
        if (condition)
            WriteLine();
    }

    public void Indent() => _indentation++;

    public void Unindent() => _indentation--;

    /// <summary>Writes <paramref name="header"/> and an opening brace; disposing the result closes the block.</summary>
    public BlockScope Block(string header, string closing = "}")
    {
        Write(header);
        return Open(closing);
    }

    /// <summary>The same with values in the header.</summary>
    public BlockScope Block([InterpolatedStringHandlerArgument("")] InterpolatedSource header, string closing = "}") => Open(closing);

    /// <summary>The whole text. The writer is not used any more.</summary>
    public string Finish()
    {
        string text = _text.ToString();
        if (_text.Capacity <= LargestKept)
            t_spare = _text.Clear();
        return text;
    }

    private BlockScope Open(string closing)
    {
        WriteLine();
        WriteLine("{");
        _indentation++;
        return new BlockScope(this, closing);
    }

    private void WritePart(string text, int start, int length)
    {
        if (length == 0)
            return;
        if (!_isInLine)
            _text.Append(' ', _indentation * IndentSize);
        _isInLine = true;
        _text.Append(text, start, length);
    }

    public readonly struct BlockScope(SourceWriter writer, string closing) : IDisposable
    {
        public void Dispose()
        {
            writer._indentation--;
            writer.WriteLine(closing);
        }
    }
}
