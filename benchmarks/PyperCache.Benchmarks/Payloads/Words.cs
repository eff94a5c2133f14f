using System.Text;

namespace PyperCache.Benchmarks.Payloads;

/// <summary>Texts and numbers that are the same on every run.</summary>
internal sealed class Words(int seed)
{
    private static readonly string[] s_latin =
        "lorem ipsum dolor sit amet consectetur adipisci velit sed quia non numquam eius modi tempora incidunt ut labore et dolore magnam aliquam quaerat voluptatem".Split(' ');

    private static readonly string[] s_wide = ["今日は", "天気が", "とても", "良いです", "ありがとう", "ございます", "café", "naïve", "😀", "🎉", "東京"];

    private readonly Random _random = new(seed);

    public int Number(int below) => _random.Next(below);

    public long Id() => 500_000_000_000_000_000L + _random.NextInt64(1_000_000_000_000_000);

    public bool Chance(int percent) => _random.Next(100) < percent;

    public double Value(double from, double to, int digits) => Math.Round(from + (_random.NextDouble() * (to - from)), digits);

    public string Word() => s_latin[_random.Next(s_latin.Length)];

    public string Name() => Capital(Word()) + " " + Capital(Word());

    /// <summary>ASCII words up to about a length; with <paramref name="lines"/>, some of the gaps are line ends, which JSON escapes.</summary>
    public string Text(int length, bool lines = false) => Join(s_latin, length, lines);

    /// <summary>Mostly Japanese, some accents and emoji.</summary>
    public string WideText(int length) => Join(s_wide, length, false);

    public string Url(string path) => $"https://example.com/{path}/{_random.Next(1_000_000)}";

    public string Date() => new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(_random.Next(150_000_000)).ToString("yyyy-MM-ddTHH:mm:ssZ", null);

    private string Join(string[] words, int length, bool lines)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            if (text.Length > 0)
                text.Append(lines && _random.Next(8) == 0 ? '\n' : ' ');
            text.Append(words[_random.Next(words.Length)]);
        }

        return text.ToString();
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
