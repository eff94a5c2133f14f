using System.Text;
using System.Text.Json;
using CsCheck;
using PyperCache.Query;
using PyperCache.Query.Syntax;

namespace PyperCache.Core.Tests.Query;

/// <summary>What holds for all selectors and payloads.</summary>
public sealed class SelectorPropertyTests
{
    private static readonly string[] s_keys = ["a", "b", "id", "name", "a b", "my-key", "x\"y", "back\\slash", "日本", "1", "-2", "", "a_rather_long_key"];

    // Few keys, so that selectors often find something.
    private static readonly Gen<string> s_key = Gen.Frequency((3, Gen.OneOf("a", "b")), (2, Gen.OneOf(s_keys)));
    private static readonly Gen<string> s_text = Gen.Frequency((8, s_key), (1, Gen.String[Gen.Char[' ', '~'], 0, 12]), (1, Gen.Const("😀 ünïcode")));
    private static readonly Gen<string> s_number = Gen.OneOf("0", "1", "-2", "1.0", "1e0", "-2.25", "10", "1e1", "12345678901234567890", "0.1");
    private static readonly Gen<string> s_item = s_text.Select(SelectorPrinter.Quote);
    private static readonly Gen<string> s_path = s_item.Array[1, 3].Select(keys => string.Join('.', keys));
    private static readonly Gen<string> s_value = Gen.Frequency((3, s_item), (3, s_number.Select(n => "#" + n)), (2, Gen.OneOf("#true", "#false", "#null")));

    private static readonly Gen<string> s_step = Gen.OneOf(
        s_path.Select(path => $"?{path}"),
        s_path.Select(path => $"?{path}*"),
        Gen.Select(s_path, s_value, (path, value) => $"?{path}={value}"),
        Gen.Select(s_path, s_value, s_path, (path, value, tail) => $"?{path}={value} .{tail}"));

    private static readonly Gen<string> s_selector = Gen.Select(
        Gen.OneOf(Gen.Const(""), s_path),
        s_step.Array[0, 3],
        (path, steps) => path + string.Concat(steps));

    // Below 4 KB the last of duplicate keys wins wherever it stands.
    private static readonly Gen<string> s_json = Gen.Recursive<string>((depth, inner) => depth > 3 ? Scalar() : Gen.Frequency(
        (1, Scalar()),
        (3, Gen.Select(s_key.Select(Quoted), inner, (key, value) => $"{key}:{value}").Array[0, 5].Select(members => $"{{{string.Join(",", members)}}}")),
        (2, inner.Array[0, 4].Select(items => $"[ {string.Join(" , ", items)} ]")))).Where(json => Encoding.UTF8.GetByteCount(json) < 4096);

    [Test]
    public void Printing_and_parsing_gives_the_same_selector() => s_selector.Sample(text =>
    {
        Selector selector = Selector.Parse(text);
        Assert.That(Selector.Parse(selector.ToString()), Is.EqualTo(selector));
    });

    [Test]
    public void No_text_makes_the_parser_throw_anything_but_its_own_exception()
    {
        Gen<string> anything = Gen.OneOf(
            Gen.String,
            Gen.String[Gen.OneOf(".?=*#\"\\ $[]'-+eE01a_éx\ud800\udc00\0\n".ToCharArray()), 0, 24],
            Gen.Select(s_selector, Gen.Int[0, 40], Gen.Char, (text, at, c) => text.Insert(Math.Min(at, text.Length), c.ToString())));
        anything.Sample(text =>
        {
            try
            {
                Selector.Parse(text);
            }
            catch (SelectorSyntaxException error)
            {
                Assert.That(error.Position, Is.InRange(0, text.Length));
            }
        });
    }

    [Test]
    public void Evaluation_agrees_with_a_slow_and_obvious_one() => Gen.Select(s_json, s_selector).Sample(
        (json, text) => Assert.That(Answer(json, text), Is.EqualTo(SlowAnswer(json, text)), $"{text} on {json}"),
        iter: 20_000);

    [Test]
    public void A_second_question_is_answered_as_the_first() => Gen.Select(s_json, s_path, s_path).Sample(
        (json, first, second) =>
        {
            var query = new JsonInjester(json);
            string once = Try(() => Describe(query.Get(second)));
            Try(() => Describe(query.Get(first)));
            Assert.That(Try(() => Describe(query.Get(second))), Is.EqualTo(once));
        },
        iter: 5_000);

    private static string Answer(string json, string text) => Try(() => Describe(new JsonInjester(json).Get(text)));

    private static string SlowAnswer(string json, string text)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return Try(() => Describe(SlowEvaluator.Evaluate(Selector.Parse(text).Syntax, document.RootElement)));
    }

    private static string Try(Func<string> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception e) when (e is SelectorNavigationException or SlowNavigationException)
        {
            return "navigation";
        }
    }

    private static string Describe(QueryResult result)
    {
        if (result.IsUnset)
            return "unset";
        return result.Items.Any(item => item.Key is not null)
            ? Describe(result.Items.Select(item => (object)new SlowPair(item.Key!, item.Value)).ToList())
            : Describe((object)result.Value);
    }

    private static string Describe(object? value) => value switch
    {
        null => "unset",
        SlowPair pair => $"<{pair.Key}>={JsonSerializer.Serialize(pair.Value)}",
        List<object> list => $"[{string.Join(',', list.Select(Describe))}]",
        JsonElement { ValueKind: JsonValueKind.Array } array => $"[{string.Join(',', array.EnumerateArray().Select(e => Describe((object)e)))}]",
        _ => JsonSerializer.Serialize((JsonElement)value),
    };

    private static Gen<string> Scalar() => Gen.OneOf(s_number, s_text.Select(Quoted), Gen.OneOf("true", "false", "null", "\"\\u0061\"", "\"n\\u0061me\""));

    // Every other quoted text is spelled with escapes where there need not be any.
    private static string Quoted(string text)
    {
        string json = $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
        if (text.Length % 2 == 0 || !char.IsAsciiLetter(text[0]))
            return json;
        return new StringBuilder(json).Remove(1, 1).Insert(1, $"\\u{(int)text[0]:x4}").ToString();
    }
}
