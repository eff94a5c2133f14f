using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Emitting.Models;

/// <summary>Prints the file of one model. Every part prints from the spec alone.</summary>
internal static class ModelEmitter
{
    private static readonly Action<ModelSpec, SourceWriter>[] s_parts =
    [
        MethodsEmitter.Emit,
        HydratorEmitter.Emit,
        RowsEmitter.Emit,
        MembersEmitter.Emit,
        EqualityEmitter.Emit,
        SchemaEmitter.Emit,
    ];

    public static string Emit(ModelSpec model)
    {
        SourceWriter writer = Begin();
        model.Nesting.Write(writer, model.Kind.NeedsAutoLayout ? "[global::System.Runtime.InteropServices.StructLayout(global::System.Runtime.InteropServices.LayoutKind.Auto)]" : "", $"{Names.Models}.IApiModel<{model.TypeName}>", body =>
        {
            for (int i = 0; i < s_parts.Length; i++)
                s_parts[i](model, body);
        });
        return writer.Finish();
    }

    /// <summary>A file of code that hydrates, up to its namespace.</summary>
    public static SourceWriter Begin()
    {
        SourceWriter writer = new();
        writer.WriteLine(GeneratedFile.Header);
        // Whoever declared a member obsolete said so to its users, and did not mean this file.
        writer.WriteLine("#pragma warning disable CS0612, CS0618");
        Aliases(writer);
        return writer;
    }

    /// <summary>What names the runtime in everything that is printed here.</summary>
    public static void Aliases(SourceWriter writer)
    {
        writer.WriteLine($"using {Names.Models} = global::PyperCache.Models;");
        writer.WriteLine($"using {Names.Runtime} = global::PyperCache.Models.Generated;");
        writer.WriteLine($"using {Names.Json} = global::PyperCache.Json;");
        writer.WriteLine();
    }
}
