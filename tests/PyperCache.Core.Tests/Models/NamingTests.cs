using PyperCache.Models;

namespace PyperCache.Core.Tests.Models;

[ApiModel(Naming = KeyNaming.CamelCase)]
public sealed partial record Camel(string UserName, string HTTPServer, string X, string Address2Line);

[ApiModel(Naming = KeyNaming.SnakeCaseLower)]
public sealed partial record Snake(string UserName, string HTTPServer, string X, string Address2Line);

[ApiModel(Naming = KeyNaming.SnakeCaseUpper)]
public sealed partial record UpperSnake(string UserName, string HTTPServer, string X, string Address2Line);

[ApiModel(Naming = KeyNaming.KebabCaseLower)]
public sealed partial record Kebab(string UserName, string HTTPServer, string X, string Address2Line);

[ApiModel(Naming = KeyNaming.KebabCaseUpper)]
public sealed partial record UpperKebab(string UserName, string HTTPServer, string X, string Address2Line);

[ApiModel(Naming = KeyNaming.Exact)]
public sealed partial record Exact(string UserName, string HTTPServer, string X, string Address2Line);

/// <summary>Raw keys are made from member names as System.Text.Json makes them.</summary>
public sealed class NamingTests
{
    [Test]
    public void Each_naming_gives_its_keys()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Keys(new Camel("", "", "", "")), Is.EqualTo("userName httpServer x address2Line"));
            Assert.That(Keys(new Snake("", "", "", "")), Is.EqualTo("user_name http_server x address2_line"));
            Assert.That(Keys(new UpperSnake("", "", "", "")), Is.EqualTo("USER_NAME HTTP_SERVER X ADDRESS2_LINE"));
            Assert.That(Keys(new Kebab("", "", "", "")), Is.EqualTo("user-name http-server x address2-line"));
            Assert.That(Keys(new UpperKebab("", "", "", "")), Is.EqualTo("USER-NAME HTTP-SERVER X ADDRESS2-LINE"));
            Assert.That(Keys(new Exact("", "", "", "")), Is.EqualTo("UserName HTTPServer X Address2Line"));
        });
    }

    [Test]
    public void Keys_are_read_as_they_are_written()
    {
        Snake snake = Snake.FromJson("""{"user_name":"u","http_server":"h","x":"x","address2_line":"a"}""");
        Assert.That(snake, Is.EqualTo(new Snake("u", "h", "x", "a")));
        Assert.That(Snake.FromJson("""{"USER_NAME":"u"}""").UserName, Is.Null, "keys are matched exactly");
    }

    [Test]
    public void An_escaped_key_is_the_same_key() =>
        Assert.That(Snake.FromJson("""{"user\u005fname":"u","\u0078":"x"}"""), Is.EqualTo(new Snake("u", null!, "x", null!)));

    private static string Keys<T>(T model)
        where T : IApiModel<T> => string.Join(' ', System.Text.Json.Nodes.JsonNode.Parse(ApiModel.ToJson(model).Span)!.AsObject().Select(static p => p.Key));
}
