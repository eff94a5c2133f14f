using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Emitting.Models;

/// <summary>Makes the model known to those who have only its type or its name: caches, queries, HTTP clients.</summary>
internal static class RegistrationEmitter
{
    public static void Emit(ModelSpec model, SourceWriter writer)
    {
        if (model.Options.CastName is not { } name)
            return;
        writer.WriteLine();
        using (writer.Block("file static class PyperRegistration"))
        {
            writer.WriteLine("[global::System.Runtime.CompilerServices.ModuleInitializer]");
            writer.WriteLine($"internal static void Register() => global::PyperCache.Models.ModelRegistry.Register<{model.TypeName}>({CSharp.Literal(name)});");
        }
    }
}
