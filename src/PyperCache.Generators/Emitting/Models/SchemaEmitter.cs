using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Emitting.Models;

/// <summary>The shapes of the members and the schema over them, in a nested class so that they are made when they are first used.</summary>
internal static class SchemaEmitter
{
    /// <summary>The expression that names the shape of a member.</summary>
    public static string ShapeOf(MemberSpec member) => member.Shape.IsShared ? member.Shape.Expression : $"PyperShapes.{FieldName(member)}";

    public static void Emit(ModelSpec model, SourceWriter writer)
    {
        writer.WriteLine(GeneratedFile.CodeAttribute("PyperCache.Generators"));
        using (writer.Block("private static class PyperShapes"))
        {
            foreach (MemberSpec member in model.Members.Where(static m => !m.Shape.IsShared))
                writer.WriteLine($"internal static readonly {Names.Runtime}.Shape<{member.Shape.TypeName}> {FieldName(member)} = {member.Shape.Expression};");
            bool isPolymorphic = model.Variants.Items.Count > 0;
            if (isPolymorphic)
                Variants(model, writer);
            string end = isPolymorphic ? "]) { Variants = Variants };" : "]);";
            writer.WriteLine($"internal static readonly {Names.Runtime}.ModelSchema Schema = new({CSharp.Literal(model.DisplayName)}, {CSharp.Literal(model.Options.Validates)}, {CSharp.Literal(model.Options.KeepsRaw)}, [{(model.Members.Count == 0 ? end : "")}");
            writer.Indent();
            for (int i = 0; i < model.Members.Count; i++)
                writer.WriteLine(Field(model.Members[i]) + (i == model.Members.Count - 1 ? end : ","));
            writer.Unindent();
            writer.WriteLine($"internal static readonly {Names.Json}.KeyTable Keys = Schema.Keys;");
        }
    }

    private static void Variants(ModelSpec model, SourceWriter writer)
    {
        IEnumerable<string> items = model.Variants.Items.Select(v => $"new {Names.Runtime}.ModelVariant<{model.TypeName}, {v.TypeName}>({v.Tag})");
        writer.WriteLine($"internal static readonly {Names.Runtime}.ModelVariants<{model.TypeName}> Variants = new({CSharp.Literal(model.Variants.Key)}, {string.Join(", ", items)});");
    }

    private static string Field(MemberSpec member)
    {
        string shape = member.Shape.IsShared ? member.Shape.Expression : FieldName(member);
        string mustExist = member.MustExist ? ", true" : "";
        return $"new({CSharp.Literal(member.Name.TrimStart('@'))}, {shape}{mustExist}{string.Concat(member.Aliases.Select(static a => ", " + Path(a)))})";
    }

    private static string Path(AliasSpec alias) => alias switch
    {
        { IsKeyed: false } => $"{Names.Runtime}.FieldPath.Select({CSharp.Literal(alias.Selector)})",
        { Keys.Count: 1 } => CSharp.Literal(alias.Keys[0]),
        _ => $"{Names.Runtime}.FieldPath.Of({string.Join(", ", alias.Keys.Select(static k => CSharp.Literal(k)))})",
    };

    private static string FieldName(MemberSpec member) => member.Name.TrimStart('@') + "Shape";
}
