using System.Text;
using PyperCache.Query;

namespace PyperCache.Core.Tests.Query;

/// <summary>The finer points of what selectors mean.</summary>
public sealed class SelectorMeaningTests
{
    [TestCase("#1", "[1,1.0,1e0,10e-1,0.1E1,1.000]")]
    [TestCase("#1.0", "[1,1.0,1e0,10e-1,0.1E1,1.000]")]
    [TestCase("#0", "[0,-0,0.0]")]
    [TestCase("#-2.5", "[-2.5,-25e-1]")]
    [TestCase("#007", "[7]")]
    [TestCase("#9007199254740993", "[9007199254740993]")]
    [TestCase("#1e400", "[1e400,10e399]")]
    [TestCase("#0.1", "[0.1,0.10]")]
    public void Numbers_are_compared_by_value_and_exactly(string value, string expected)
    {
        const string numbers = "1,1.0,1e0,10e-1,0.1E1,1.000,0,-0,0.0,-2.5,-25e-1,7,9007199254740993,9007199254740992,1e400,10e399,0.1,0.10,0.1000000000000000055,true,\"1\",null,[1]";
        string json = $$"""{"rows":[{{string.Join(',', numbers.Split(',').Select(n => $$"""{"v":{{n}}}"""))}}]}""";
        Assert.That(new JsonInjester(json).Get(Selector.Parse($"rows?v={value}.v")).ToString(), Is.EqualTo(expected));
    }

    [TestCase("#true", "[1]")]
    [TestCase("#false", "[2]")]
    [TestCase("#null", "[3]")]
    [TestCase("true", "[4]")]
    [TestCase("null", "[5]")]
    [TestCase("\"\"", "[6]")]
    [TestCase("#1", "[7]")]
    public void A_hash_compares_with_other_things_than_texts(string value, string expected)
    {
        const string json = """{"rows":[{"id":1,"v":true},{"id":2,"v":false},{"id":3,"v":null},{"id":4,"v":"true"},{"id":5,"v":"null"},{"id":6,"v":""},{"id":7,"v":1}]}""";
        Assert.That(new JsonInjester(json).Get(Selector.Parse($"rows?v={value}.id")).ToString(), Is.EqualTo(expected));
    }

    [TestCase("mixed?a*", "[1,null,[2]]")]
    [TestCase("mixed?a", """[{"a":1},{"a":null},{"a":[2]}]""")]
    [TestCase("mixed?a=#1", """[{"a":1}]""")]
    [TestCase("mixed?a.b*", "[]")]
    public void Elements_that_are_no_objects_or_whose_path_is_cut_do_not_match(string selector, string expected)
    {
        const string json = """{"mixed":[1,"a",null,[{"a":9}],{"a":1},true,{"a":null},{"b":{"a":5}},{"a":[2]},{}]}""";
        Assert.That(new JsonInjester(json).Get(Selector.Parse(selector)).ToString(), Is.EqualTo(expected));
    }

    [Test]
    public void Keys_and_texts_may_be_written_with_escapes_on_either_side()
    {
        const string json = """{"say \"hi\"":{"a\\b":1},"n\u0061me":"x","rows":[{"r\u006fle":"st\u0061ff","n":1},{"role":"\"staff\"","n":2},{"role":"staff","n":3}]}""";
        var query = new JsonInjester(json);
        Assert.That(query.Get<int>("\"say \\\"hi\\\"\".\"a\\\\b\""), Is.EqualTo(1));
        Assert.That(query.Get<string>("name"), Is.EqualTo("x"));
        Assert.That(query.GetList<int>("rows?role=staff.n"), Is.EqualTo(new[] { 1, 3 }));
        Assert.That(query.GetList<int>("rows?role=\"\\\"staff\\\"\".n"), Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public void Identifiers_are_unicode()
    {
        var query = new JsonInjester("""{"größe":{"名前":1},"rows":[{"città":"Ölberg","n":2}]}""");
        Assert.That(query.Get<int>("größe.名前"), Is.EqualTo(1));
        Assert.That(query.GetList<int>("rows?città=Ölberg.n"), Is.EqualTo(new[] { 2 }));
    }

    [Test]
    public void Of_duplicate_keys_the_last_wins()
    {
        Assert.That(new JsonInjester("""{"a":1,"b":0,"a":2}""").Get<int>("a"), Is.EqualTo(2));
        Assert.That(new JsonInjester("""{"a":{"b":1},"a":{"c":2}}""").Has("a.b"), Is.False);
        Assert.That(new JsonInjester("""{"a":1,"\u0061":2}""").Get<int>("a"), Is.EqualTo(2));
        var rows = new JsonInjester("""{"rows":[{"k":{"v":1},"k":{"v":2}},{"k":{"v":1},"k":3},{"k":3,"k":{"v":1}}]}""");
        Assert.That(rows.Get("rows?k.v=#1").ToString(), Is.EqualTo("""[{"k":3,"k":{"v":1}}]"""));
        Assert.That(new JsonInjester("""{"a":{"v":1},"b":{"v":1},"a":{"v":2}}""").Get("?v=#1").Items.Single().Key, Is.EqualTo("b"));
        Assert.That(new JsonInjester("""{"a":{"v":1},"b":{"v":1},"a":{"v":1}}""").Get("?v=#1").Items.Select(item => item.Key), Is.EqualTo(new[] { "b", "a" }));
    }

    [Test]
    public void A_path_does_not_look_for_a_duplicate_key_more_than_4_kilobytes_on()
    {
        string json = $$"""{"a":1,"text":"{{new string('x', 5_000)}}","a":2}""";
        var query = new JsonInjester(json);
        Assert.That(query.Get<int>("a"), Is.EqualTo(1));
        Assert.That(query.Get<int>("a"), Is.EqualTo(1), "the second answer, with what was learned from the first question");
    }

    [Test]
    public void An_empty_text_is_the_whole_payload_and_empty_keys_are_keys()
    {
        var query = new JsonInjester("""{"":{"":"empty"}}""");
        Assert.That(query.Get("").ToString(), Is.EqualTo("""{"":{"":"empty"}}"""));
        Assert.That(query.Get<string>("\"\".\"\""), Is.EqualTo("empty"));
    }

    [TestCase("text?a")]
    [TestCase("text?a*")]
    [TestCase("text?a=b")]
    [TestCase("none?a")]
    [TestCase("text?a*?b*")]
    public void On_a_scalar_every_step_is_unset(string selector) =>
        Assert.That(new JsonInjester("""{"text":"t","none":null}""").Get(Selector.Parse(selector)).IsUnset, Is.True);

    [Test]
    public void Wherever_an_element_lies_in_the_payload_it_is_found()
    {
        for (int padding = 0; padding < 140; padding++)
        {
            string json = $$$"""{"p":"{{{new string('\\', padding / 2 * 2)}}}{{{new string('x', padding)}}}","rows":[{"x":"{[:,\"\\","team":{"a":[{"name":1}],"name":"t"},"role" : "staff"},{"role":"guest","team":{"name":"u"}}]}""";
            var query = new JsonInjester(json);
            Assert.That(query.GetList<string>("rows?role=staff.team.name"), Is.EqualTo(new[] { "t" }), $"padding {padding}");
            Assert.That(query.GetList<string>("rows?team.name*"), Is.EqualTo(new[] { "t", "u" }), $"padding {padding}");
        }
    }

    [Test]
    public void A_selector_can_be_evaluated_to_json()
    {
        byte[] payload = Encoding.UTF8.GetBytes("""{"a":{"b":1},"rows":[{"n":"x"},{"n":"y"}],"map":{"k":{"v":1}}}""");
        Assert.That(Json("a.b"), Is.EqualTo("1"));
        Assert.That(Json("rows?n*"), Is.EqualTo("""["x","y"]"""));
        Assert.That(Json("map?v=#1"), Is.EqualTo("""[{"v":1}]"""));
        Assert.That(Selector.Parse("a.c").TryEvaluate(payload, out _), Is.False);
        Assert.That(Selector.Parse("a.b.c?d").TryEvaluate(payload, out _), Is.False);
        Assert.That(Selector.Parse("a.b").IsPlainPath(out string[]? keys), Is.True);
        Assert.That(keys, Is.EqualTo(new[] { "a", "b" }));
        Assert.That(Selector.Parse("a?b").IsPlainPath(out _), Is.False);

        string Json(string selector) => Selector.Parse(selector).TryEvaluate(payload, out ReadOnlyMemory<byte> json) ? Encoding.UTF8.GetString(json.Span) : "unset";
    }
}
