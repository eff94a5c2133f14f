using System.Globalization;
using System.Runtime.CompilerServices;

namespace PyperCache.Generators.Kit;

/// <summary>An interpolated text on its way into a <see cref="SourceWriter"/>.</summary>
[InterpolatedStringHandler]
internal readonly ref struct InterpolatedSource
{
    private readonly SourceWriter _writer;

    /// <summary>What the compiler calls at the beginning of a text.</summary>
    public InterpolatedSource(int literalLength, int formattedCount, SourceWriter writer) => _writer = writer;

    /// <summary>The same for a text that is written on a condition.</summary>
    public InterpolatedSource(int literalLength, int formattedCount, SourceWriter writer, bool condition, out bool isWritten)
        : this(literalLength, formattedCount, writer) => isWritten = condition;

    public void AppendLiteral(string text) => _writer.Write(text);

    public void AppendFormatted(string? text) => _writer.Write(text);

    public void AppendFormatted(int number) => _writer.Write(number.ToString(CultureInfo.InvariantCulture));

    public void AppendFormatted(ulong number, string format) => _writer.Write(number.ToString(format, CultureInfo.InvariantCulture));
}
