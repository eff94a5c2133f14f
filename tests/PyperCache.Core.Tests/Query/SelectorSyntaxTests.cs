using PyperCache.Query;

namespace PyperCache.Core.Tests.Query;

/// <summary>What is a selector, and what is said about a text that is none.</summary>
public sealed class SelectorSyntaxTests
{
    [TestCase("")]
    [TestCase("   ")]
    [TestCase("a.b.c")]
    [TestCase(" a . b ")]
    [TestCase("größe.名前._x1")]
    [TestCase("𝒳.y")]
    [TestCase("\"a b\".\"say \\\"hi\\\" \\\\\"")]
    [TestCase("1.-2")]
    [TestCase("?a?b*?c=d")]
    [TestCase("a?b=#-1.5e3.c")]
    [TestCase("a?b=#true")]
    [TestCase("a?b=#false.c")]
    [TestCase("a?b=#null")]
    [TestCase("a?b=#1.c?d")]
    [TestCase("a?b=\"\"")]
    public void A_selector_is_read(string text) => Assert.That(Selector.TryParse(text, out _), Is.True);

    [TestCase("a.b", "a . \"b\"")]
    [TestCase("a?b=c.d", " a ? b = \"c\" . d ")]
    [TestCase("?a*", "? a *")]
    public void Spaces_and_needless_quotes_do_not_make_another_selector(string left, string right)
    {
        Assert.That(Selector.Parse(left), Is.EqualTo(Selector.Parse(right)));
        Assert.That(Selector.Parse(left).GetHashCode(), Is.EqualTo(Selector.Parse(right).GetHashCode()));
    }

    [TestCase("a?b=#1.\"5\"", "a?b=#1.\"5\"")]
    [TestCase("a?b=\"#1\"", "a?b=\"#1\"")]
    [TestCase(" \"a\" . \"b c\" ? d = \"e\" ", "a.\"b c\"?d=e")]
    [TestCase("?a=\"true\"?b=#true", "?a=true?b=#true")]
    public void A_selector_is_printed_in_its_shortest_form(string text, string printed) => Assert.That(Selector.Parse(text).ToString(), Is.EqualTo(printed));

    [TestCase("a..b", 2)]
    [TestCase(".a", 0)]
    [TestCase("a.", 2)]
    [TestCase("a?", 2)]
    [TestCase("a?b=", 4)]
    [TestCase("a?b=#", 5)]
    [TestCase("a?b=#x", 5)]
    [TestCase("a?b=#truest", 5)]
    [TestCase("a?b=#1.", 7)]
    [TestCase("a?b=# 1", 5)]
    [TestCase("a b", 2)]
    [TestCase("a?b*c", 4)]
    [TestCase("a?b==c", 4)]
    [TestCase("a=b", 1)]
    [TestCase("*", 0)]
    [TestCase("a[0]", 1)]
    [TestCase("$.a", 0)]
    [TestCase("content-type", 7)]
    [TestCase("\"open", 5)]
    [TestCase("\"a\\n\"", 3)]
    [TestCase("a?b=1x", 5)]
    [TestCase("#1", 0)]
    public void The_fault_is_pointed_at(string text, int position)
    {
        Assert.That(Selector.TryParse(text, out Selector? none), Is.False);
        Assert.That(none, Is.Null);
        var error = ErrorOf(text);
        Assert.That(error.Position, Is.EqualTo(position));
        Assert.That(error.Selector, Is.EqualTo(text));
        Assert.That(error.Expected, Is.Not.Empty);
    }

    [Test]
    public void Half_a_surrogate_pair_is_no_text() => Assert.That(ErrorOf("\"\ud800\"").Position, Is.EqualTo(1));

    [Test]
    public void The_message_shows_the_text_with_a_caret_under_the_fault()
    {
        var error = ErrorOf("users[0].name");
        Assert.That(error.CaretLines, Is.EqualTo("users[0].name\n     ^"));
        Assert.That(error.Message, Does.EndWith(error.CaretLines));
    }

    [TestCase("users[0].name", "First")]
    [TestCase("users.*.name", "?key*")]
    [TestCase("$.users", "leave the '$' away")]
    [TestCase("content-type", "\"content-type\"")]
    [TestCase("a.x-rate-limit.b", "\"x-rate-limit\"")]
    [TestCase("a?b==c", "One '='")]
    [TestCase("a=b", "A filter starts with '?'")]
    [TestCase("'a b'", "double quotes")]
    public void The_message_says_what_to_write_instead(string text, string advice) => Assert.That(ErrorOf(text).Message, Does.Contain(advice));

    [Test]
    public void A_null_text_is_an_argument_error()
    {
        Assert.That(() => Selector.Parse(null!), Throws.ArgumentNullException);
        Assert.That(Selector.TryParse(null, out _), Is.False);
    }

    private static SelectorSyntaxException ErrorOf(string text)
    {
        try
        {
            Selector.Parse(text);
        }
        catch (SelectorSyntaxException error)
        {
            return error;
        }

        throw new AssertionException($"'{text}' is a selector.");
    }
}
