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
                writer.WriteLine($"writer.{Call(member.Shape)}({member.Own});");
        }

        writer.WriteLine();
    }

    /// <summary>A text goes the same way whether it may be null or not.</summary>
    private static string Call(ShapeSpec shape) => shape.Call switch
    {
        null => "Member",
        "StringOrNull" => "String",
        { } call => call,
    };

    private static string Begin(ModelSpec model) => model switch
    {
        { Options.KeepsRaw: false } => "writer.Begin(default, PyperShapes.Schema);",
        { KeepsOwner: true } => "if (writer.Begin(PyperRaw.Raw, PyperShapes.Schema, PyperRaw.IsOf(this))) return;",
        { Mutability: Mutability.Never } => "if (writer.Begin(PyperRaw, PyperShapes.Schema, true)) return;",
        _ => "writer.Begin(PyperRaw, PyperShapes.Schema);",
    };
}
