using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Emitting.Models;

/// <summary>The members that a user calls.</summary>
internal static class MethodsEmitter
{
    public static void Emit(ModelSpec model, SourceWriter writer)
    {
        string type = model.TypeName;
        string @static = model.Kind.DerivesFromModel ? "public static new" : "public static";
        string methods = $"{Names.Runtime}.ModelMethods";
        if (model.Construction.DefaultConstructor is { } constructor)
            writer.WriteLine($"/// <summary>Makes a model that comes from no payload.</summary>\n{constructor} {{ }}\n");
        writer.WriteLine($$"""
            /// <inheritdoc cref="Pyper.ModelMethods.FromJson{T}(global::System.ReadOnlyMemory{byte})"/>
            [global::System.Runtime.CompilerServices.OverloadResolutionPriority(1)]
            {{@static}} {{type}} FromJson(global::System.ReadOnlyMemory<byte> utf8Json) => {{methods}}.FromJson<{{type}}>(utf8Json);

            /// <inheritdoc cref="Pyper.ModelMethods.FromJson{T}(global::System.ReadOnlySpan{byte})"/>
            {{@static}} {{type}} FromJson(global::System.ReadOnlySpan<byte> utf8Json) => {{methods}}.FromJson<{{type}}>(utf8Json);

            /// <inheritdoc cref="Pyper.ModelMethods.FromJson{T}(string)"/>
            {{@static}} {{type}} FromJson(string json) => {{methods}}.FromJson<{{type}}>(json);

            /// <inheritdoc cref="Pyper.ModelMethods.FromJson{T}(global::System.Text.Json.JsonElement)"/>
            {{@static}} {{type}} FromJson(global::System.Text.Json.JsonElement json) => {{methods}}.FromJson<{{type}}>(json);

            /// <inheritdoc cref="Pyper.ModelMethods.FromJsonAsync"/>
            {{@static}} global::System.Threading.Tasks.ValueTask<{{type}}> FromJsonAsync(global::System.IO.Stream utf8Json, global::System.Threading.CancellationToken cancellationToken = default) => {{methods}}.FromJsonAsync<{{type}}>(utf8Json, cancellationToken);

            /// <inheritdoc cref="Pyper.ModelMethods.FromDict"/>
            {{@static}} {{type}} FromDict(global::System.Text.Json.Nodes.JsonObject dict) => {{methods}}.FromDict<{{type}}>(dict);

            /// <inheritdoc cref="Pyper.ModelMethods.Check"/>
            {{@static}} global::System.Collections.Generic.IReadOnlyList<global::PyperCache.Models.ApiModelError> Check(global::System.ReadOnlySpan<byte> utf8Json) => {{methods}}.Check<{{type}}>(utf8Json);

            """);
        if (model.Kind.DerivesFromModel)
            return;
        writer.WriteLine($$"""
            /// <inheritdoc cref="Pyper.ModelMethods.AsDict"/>
            public global::System.Text.Json.Nodes.JsonObject AsDict() => {{methods}}.AsDict(this);

            /// <inheritdoc cref="Pyper.ModelMethods.ToJson"/>
            public global::System.ReadOnlyMemory<byte> ToJson() => {{methods}}.ToJson(this);

            """);
    }
}
