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
            List<string> properties = [];
            if (model.Variants.Items.Count > 0)
                properties.Add($"Variants = {Variants(model)}");
            if (model.Kind.IsAbstract)
                properties.Add("IsAbstract = true");
            if (model.Mutability != Mutability.Anytime)
                properties.Add("IsReadOnly = true");
            string end = properties.Count == 0 ? "]);" : $"]) {{ {string.Join(", ", properties)} }};";
            writer.WriteLine($"internal static readonly {Names.Runtime}.ModelSchema<{model.TypeName}> Schema = new({CSharp.Literal(model.DisplayName)}, {CSharp.Literal(model.Options.Validates)}, {CSharp.Literal(model.Options.KeepsRaw)}, [{(model.Members.Count == 0 ? end : "")}");
            writer.Indent();
            for (int i = 0; i < model.Members.Count; i++)
                Field(model, model.Members[i], i == model.Members.Count - 1 ? end : ",", writer);
            writer.Unindent();
        }
    }

    private static string Variants(ModelSpec model)
    {
        IEnumerable<string> items = model.Variants.Items.Select(v => $"new {Names.Runtime}.ModelVariant<{model.TypeName}, {v.TypeName}>({v.Tag})");
        return $"new {Names.Runtime}.ModelVariants<{model.TypeName}>({CSharp.Literal(model.Variants.Key)}, {string.Join(", ", items)})";
    }

    private static void Field(ModelSpec model, MemberSpec member, string end, SourceWriter writer)
    {
        bool hasDefault = member.HasDefault && model.Options.KeepsRaw;
        bool isPlain = !member.MustExist && member.Aliases is [{ IsKeyed: true, Keys.Count: 1 }];
        writer.Write(isPlain ? $"{Names.Runtime}.ModelField.{(hasDefault ? "WithDefault" : "Of")}(" : "new(");
        writer.Write($"{CSharp.Literal(member.Name.TrimStart('@'))}, {(member.Shape.IsShared ? member.Shape.Expression : FieldName(member))}");
        writer.Write(isPlain ? "" : $", mustExist: {CSharp.Literal(member.MustExist)}, hasDefault: {CSharp.Literal(hasDefault)}");
        foreach (AliasSpec alias in member.Aliases)
            Path(alias, writer);
        writer.WriteLine($"){end}");
    }

    private static void Path(AliasSpec alias, SourceWriter writer)
    {
        if (!alias.IsKeyed)
            writer.Write($", {Names.Runtime}.FieldPath.Select({CSharp.Literal(alias.Selector)})");
        else if (alias.Keys.Count == 1)
            writer.Write($", {CSharp.Literal(alias.Keys[0])}");
        else
            writer.Write($", {Names.Runtime}.FieldPath.Of({string.Join(", ", alias.Keys.Select(static k => CSharp.Literal(k)))})");
    }

    private static string FieldName(MemberSpec member) => member.Name.TrimStart('@') + "Shape";
}
