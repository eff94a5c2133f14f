using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Emitting.Models;

/// <summary>Makes types known to those who have only their type or their name: caches, queries, HTTP clients, generic models.</summary>
internal static class RegistrationEmitter
{
    /// <summary>The name of the file for all models; no type has such a name.</summary>
    public const string HintName = "Models-Registration";

    /// <summary>The file for all models of an assembly. Two may mention the same type.</summary>
    public static string Emit(IEnumerable<RegistrationSpec> registrations)
    {
        SourceWriter writer = ModelEmitter.Begin();
        Emit([.. registrations.Distinct()], writer);
        return writer.Finish();
    }

    /// <summary>The part of a file that has begun with the aliases.</summary>
    public static void Emit(IReadOnlyList<RegistrationSpec> registrations, SourceWriter writer)
    {
        if (registrations.Count == 0)
            return;
        writer.WriteLine();
        using (writer.Block("file static class PyperRegistration"))
        {
            writer.WriteLine("[global::System.Runtime.CompilerServices.ModuleInitializer]");
            if (registrations.Count == 1)
            {
                writer.WriteLine($"internal static void Register() => {Call(registrations[0])}");
                return;
            }

            using (writer.Block("internal static void Register()"))
            {
                foreach (RegistrationSpec registration in registrations)
                    writer.WriteLine(Call(registration));
            }
        }
    }

    private static string Call(RegistrationSpec registration)
    {
        string shape = registration.Shape is { } expression ? $", static () => {expression}" : "";
        return $"{Names.Models}.ModelRegistry.Register<{registration.TypeName}>({CSharp.Literal(registration.CastName)}{shape});";
    }
}
