namespace PyperCache.Generators.Tests.Analyzers;

/// <summary>A selector that is written as a literal is read while compiling, and a fault is shown at its characters.</summary>
public sealed class SelectorAnalyzerTests
{
    [TestCase("""q.Get("hits?role=staff.name");""")]
    [TestCase("""q.Get<string>("a.\"b c\""); q.Get(""); q.Get("a", defaultValue: 1);""")]
    [TestCase("""q.First<int>("a?b*"); q.GetList<int>("a?b=#1"); q.Has("a"); Selector.Parse("?a");""")]
    [TestCase("""new JsonInjester("{ not a selector }", root: "a", defaultTail: "b");""")]
    [TestCase("""string s = "a..b"; q.Get(s); q.Get(s + "x"); Console.WriteLine("a..b");""")]
    [TestCase("""Selector.TryParse("a..b", out _);""")]
    [TestCase("""Listed(1);""")]
    [TestCase("""[Alias("content-type")] public string A = "";""")]
    [TestCase("""[Alias("$id", "@type", "a.b?c=d.e")] public string A = "";""")]
    public Task What_is_right_or_unknown_is_left_alone(string body) => SelectorVerifier.CheckAsync(body);

    [TestCase("""q.Get("a.{|PYP0500:.|}b");""")]
    [TestCase("""q.Get("a.{|PYP0500:"|});""")]
    [TestCase("""q.Get<int>("a{|PYP0500:[|}0]", 1);""")]
    [TestCase("""q.First<string>("{|PYP0500:$|}.a");""")]
    [TestCase("""q.First("a {|PYP0500:b|}");""")]
    [TestCase("""q.GetList<string>("users.{|PYP0500:*|}.name");""")]
    [TestCase("""q.Has("a?b={|PYP0500:=|}c");""")]
    [TestCase("""Selector.Parse("content{|PYP0500:-|}type");""")]
    [TestCase("""new JsonInjester("{}", "a{|PYP0500:=|}b", defaultTail: "{|PYP0500:*|}");""")]
    [TestCase("""C.Mine("a{|PYP0500:,|}b");""")]
    [TestCase("""q.Get({|PYP0500:Constant|});""")]
    public Task A_fault_is_an_error_at_its_characters(string body) => SelectorVerifier.CheckAsync(body);

    [TestCase("""q.Get("\"\u0061\\\\\".b{|PYP0500:[|}0]");""")]
    [TestCase("""q.Get("\"\U0001F600\" {|PYP0500:x|}");""")]
    [TestCase(""""q.Get(@"""a b"".{|PYP0500:.|}c");"""")]
    [TestCase(""""q.Get("""a."b c".{|PYP0500:.|}d""");"""")]
    public Task The_place_is_right_whatever_the_kind_of_literal(string body) => SelectorVerifier.CheckAsync(body);

    [TestCase("""[Alias("a{|PYP0501:=|}b")] public string A = "";""")]
    [TestCase("""[Alias("fine", "hits?role={|PYP0501:=|}staff")] public string A = "";""")]
    [TestCase("""[Alias("a.{|PYP0501:*|}")] public string A = "";""")]
    public Task An_alias_that_looks_like_a_broken_selector_is_a_warning(string body) => SelectorVerifier.CheckAsync(body);

    [TestCase("""q.Get("users.{|PYP0502:0|}.name"); q.Get("users.\"0\".name"); q.Get("users?id=#0"); q.Get("users?id=0");""")]
    [TestCase("""[Alias("users.{|PYP0502:0|}")] public string A = "";""")]
    public Task An_integer_in_a_path_is_a_warning(string body) => SelectorVerifier.CheckAsync(body);
}
