namespace PyperCache.Samples;

/// <summary>Writes for a person: colours where there is a terminal that shows them, plain text everywhere else.</summary>
internal sealed class Terminal(TextWriter output, bool hasColors)
{
    /// <summary>Standard output. Colours are off when it is no terminal, when NO_COLOR is set (https://no-color.org), and on a dumb terminal.</summary>
    public static Terminal ForConsole()
    {
        Console.OutputEncoding = System.Text.Encoding.UTF8;
        bool hasColors = !Console.IsOutputRedirected
            && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new Terminal(Console.Out, hasColors);
    }

    public void Line(string text = "") => output.WriteLine(text);

    public void Heading(string text, string aside = "")
    {
        output.WriteLine();
        output.WriteLine(aside.Length == 0 ? Bold(text) : $"{Bold(text)}  {Dim(aside)}");
    }

    public string Bold(string text) => Paint("1", text);

    public string Dim(string text) => Paint("2", text);

    public string Green(string text) => Paint("32", text);

    public string Yellow(string text) => Paint("33", text);

    public string Blue(string text) => Paint("34", text);

    private string Paint(string code, string text) => hasColors ? $"\e[{code}m{text}\e[0m" : text;
}
