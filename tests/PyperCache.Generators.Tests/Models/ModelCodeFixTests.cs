using PyperCache.CodeFixes;
using PyperCache.Generators.Tests.Harness;

namespace PyperCache.Generators.Tests.Models;

/// <summary>Where it is plain how to mend a model, an editor can do it.</summary>
public sealed class ModelCodeFixTests
{
    [TestCase("[ApiModel] public sealed class C { }", "[ApiModel] public sealed partial class C { }")]
    [TestCase("/// <summary>A.</summary>\n[ApiModel]\n// note\nrecord R(int A);", "/// <summary>A.</summary>\n[ApiModel]\n// note\npartial record R(int A);")]
    [TestCase("[ApiModel] readonly record struct S(int A);", "[ApiModel] readonly partial record struct S(int A);")]
    [TestCase(
        "class Outer { public class Inner { [ApiModel] class C { } } }",
        "partial class Outer { public partial class Inner { [ApiModel] partial class C { } } }")]
    [TestCase("[ApiModel] partial record R([Shallow, Alias(\"a\")] int A);", "[ApiModel] partial record R([Alias(\"a\")] int A);")]
    public async Task A_type_becomes_a_model(string code, string mended)
    {
        (string fixedCode, var left) = await CodeFixRun.FixAsync(ModelRuns.Usings + code, new ApiModelGenerator(), new ModelCodeFix());
        Assert.That(fixedCode, Is.EqualTo(ModelRuns.Usings + mended));
        Assert.That(left, Is.Empty);
    }
}
