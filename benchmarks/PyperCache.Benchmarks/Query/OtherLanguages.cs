using System.Text;
using DevLab.JmesPath;
using DevLab.JmesPath.Expressions;
using Newtonsoft.Json.Linq;

namespace PyperCache.Benchmarks.Query;

/// <summary>The same questions in the path languages of other libraries, from bytes to a list of texts.</summary>
internal static class OtherLanguages
{
    private static readonly DevLab.JmesPath.JmesPath s_jmesPath = new();

    public static List<string?> JmesPath(byte[] payload, JmesPathExpression expression)
    {
        JToken result = expression.Transform(JToken.Parse(Encoding.UTF8.GetString(payload))).AsJToken();
        return result.Select(token => token.Value<string>()).ToList();
    }

    public static JmesPathExpression Parse(string expression) => s_jmesPath.Parse(expression);

    public static List<string?> JsonPath(byte[] payload, string path) =>
        JToken.Parse(Encoding.UTF8.GetString(payload)).SelectTokens(path).Select(token => token.Value<string>()).ToList();
}
