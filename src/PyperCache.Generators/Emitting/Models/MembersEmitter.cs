using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Emitting.Models;

/// <summary>The way back: every member goes to the writer, which compares it with the payload.</summary>
internal static class MembersEmitter
{
    public static void Emit(ModelSpec model, SourceWriter writer)
    {
        using (writer.Block($"void global::PyperCache.Models.IApiModel.WriteMembers(ref {Names.Runtime}.ModelWriter writer)"))
        {
            writer.WriteLine($"writer.Begin({(model.Options.KeepsRaw ? "PyperRaw" : "default")}, PyperShapes.Schema);");
            for (int i = 0; i < model.Members.Count; i++)
            {
                MemberSpec member = model.Members[i];
                string baseline = member.HasDefault && model.Options.KeepsRaw ? $", static ({model.TypeName} m) => m.{member.Name}" : "";
                writer.WriteLine($"writer.Member({i}, {member.Own}, {SchemaEmitter.ShapeOf(member)}{baseline});");
            }
        }

        writer.WriteLine();
    }
}
