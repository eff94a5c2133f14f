using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Emitting.Models;

/// <summary>The way back: every member goes to the writer, which compares it with the payload.</summary>
internal static class MembersEmitter
{
    public static void Emit(ModelSpec model, SourceWriter writer)
    {
        using (writer.Block($"void {Names.Models}.IApiModel.WriteMembers(ref {Names.Runtime}.ModelWriter writer)"))
        {
            writer.WriteLine(Begin(model));
            foreach (MemberSpec member in model.Members)
            {
                bool hasDefault = member.HasDefault && model.Options.KeepsRaw;
                writer.WriteLine($"writer.{(hasDefault ? "MemberWithDefault(this, " : "Member(")}{member.Own});");
            }
        }

        writer.WriteLine();
    }

    private static string Begin(ModelSpec model) => model switch
    {
        { Options.KeepsRaw: false } => "writer.Begin(default, PyperShapes.Schema);",
        { KeepsOwner: true } => "if (writer.Begin(PyperRaw.Raw, PyperShapes.Schema, PyperRaw.IsOf(this))) return;",
        { Mutability: Mutability.Never } => "if (writer.Begin(PyperRaw, PyperShapes.Schema, true)) return;",
        _ => "writer.Begin(PyperRaw, PyperShapes.Schema);",
    };
}
