using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Emitting.Models;

/// <summary>The members that a user calls on an instance. What is called by the name of the model is the same for all, and lies in <c>PyperCacheModelExtensions</c>.</summary>
internal static class MethodsEmitter
{
    public static void Emit(ModelSpec model, SourceWriter writer)
    {
        if (model.Construction.DefaultConstructor is { } constructor)
            writer.WriteLine($"/// <summary>A model that comes from no payload.</summary>\n{constructor} {{ }}\n");
        if (model.Kind.DerivesFromModel)
            return;
        writer.WriteLine($$"""
            /// <inheritdoc cref="{{Names.Runtime}}.ModelSchema{T}.AsDict"/>
            public global::System.Text.Json.Nodes.JsonObject AsDict() => PyperShapes.Schema.AsDict(this);

            /// <inheritdoc cref="{{Names.Runtime}}.ModelSchema{T}.ToJson"/>
            public global::System.ReadOnlyMemory<byte> ToJson() => PyperShapes.Schema.ToJson(this);

            """);
    }
}
