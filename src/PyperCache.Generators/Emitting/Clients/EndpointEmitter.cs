using System.Globalization;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Clients;

namespace PyperCache.Generators.Emitting.Clients;

/// <summary>Prints the table of the endpoints' policies.</summary>
internal static class EndpointEmitter
{
    private const string Http = "global::PyperCache.Http.";

    public static void Emit(ClientSpec client, string attribute, SourceWriter writer)
    {
        writer.WriteLine($"private static readonly {Http}EndpointTable s_pyperEndpoints = new(");
        writer.Indent();
        for (int i = 0; i < client.Endpoints.Count; i++)
        {
            EndpointSpec e = client.Endpoints[i];
            string end = i == client.Endpoints.Count - 1 ? ");" : ",";
            writer.WriteLine($"new {Http}Endpoint(typeof({e.Interface}), {CSharp.Literal(e.Method)}, {CSharp.Literal(e.Template)}, new {Http}EndpointPolicy {{ {Policy(e.Policy)} }}){end}");
        }

        writer.Unindent();
        writer.WriteLine();
        writer.WriteLine("/// <inheritdoc/>");
        writer.WriteLine(attribute);
        writer.WriteLine($"protected override {Http}EndpointTable Endpoints => s_pyperEndpoints;");
    }

    private static string Policy(PolicySpec policy)
    {
        List<string> parts = [$"Response = {Http}ResponseKind.{policy.Response}"];
        if (policy.NoCache)
            parts.Add("NoCache = true");
        if (policy.Expiry is { } expiry)
            parts.Add($"Expiry = {Time(expiry)}");
        if (policy.StaleIfError > 0)
            parts.Add($"StaleIfError = {Time(policy.StaleIfError)}");
        if (policy.StaleWhileRevalidate > 0)
            parts.Add($"StaleWhileRevalidate = {Time(policy.StaleWhileRevalidate)}");
        if (policy.Tags.Count > 0)
            parts.Add($"Tags = {Texts(policy.Tags)}");
        if (policy.Invalidates.Count > 0)
            parts.Add($"Invalidates = {Texts(policy.Invalidates)}");
        return string.Join(", ", parts);
    }

    private static string Time(double seconds) => double.IsPositiveInfinity(seconds)
        ? "global::System.Threading.Timeout.InfiniteTimeSpan"
        : $"global::System.TimeSpan.FromTicks({((long)(seconds * TimeSpan.TicksPerSecond)).ToString(CultureInfo.InvariantCulture)}L)";

    private static string Texts(EquatableArray<string> texts) => $"[{string.Join(", ", texts.Select(static t => CSharp.Literal(t)))}]";
}
