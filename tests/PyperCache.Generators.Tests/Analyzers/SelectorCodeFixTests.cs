namespace PyperCache.Generators.Tests.Analyzers;

/// <summary>Where it is plain what was meant, an editor can write it.</summary>
public sealed class SelectorCodeFixTests
{
    [TestCase("""q.Get("content{|PYP0500:-|}type.a");""", """q.Get("\"content-type\".a");""")]
    [TestCase("""q.Get("a?x{|PYP0500:-|}y=z");""", """q.Get("a?\"x-y\"=z");""")]
    [TestCase("""q.Get("{|PYP0500:$|}.a.b");""", """q.Get("a.b");""")]
    [TestCase("""q.Get("{|PYP0500:$|}");""", """q.Get("");""")]
    [TestCase("""q.Get<string>("users{|PYP0500:[|}0].name");""", """q.First<string>("users?name*");""")]
    [TestCase("""q.Get("users{|PYP0500:[|}0]");""", """q.First("users");""")]
    [TestCase("""q.GetList<string>("users{|PYP0500:[|}*].team.name");""", """q.GetList<string>("users?team.name*");""")]
    [TestCase("""q.GetList<string>("users.{|PYP0500:*|}.name");""", """q.GetList<string>("users?name*");""")]
    [TestCase("""q.Has("a?b={|PYP0500:=|}c");""", """q.Has("a?b=c");""")]
    [TestCase("""q.Get("a.{|PYP0500:'|}b c'");""", """q.Get("a.\"b c\"");""")]
    [TestCase("""q.Get("users.{|PYP0502:0|}.name");""", """q.Get("users.\"0\".name");""")]
    [TestCase("""[Alias("hits?role={|PYP0501:=|}staff")] public string A = "";""", """[Alias("hits?role=staff")] public string A = "";""")]
    public Task The_selector_that_was_meant_is_written(string body, string fixedBody) => SelectorVerifier.CheckFixAsync(body, fixedBody);

    [TestCase("""q.Get("a.{|PYP0500:.|}b");""")]
    [TestCase("""q.Get("a{|PYP0500:[|}2].b");""")]
    [TestCase("""q.Has("a{|PYP0500:[|}0]");""")]
    [TestCase("""q.Get("a?b={|PYP0500:"|});""")]
    public Task Nothing_is_offered_where_it_is_not_plain(string body) => SelectorVerifier.CheckFixAsync(body, body);
}
