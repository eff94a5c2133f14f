using PyperCache.Generators.Emitting.Models;
using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Foreign;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Emitting.Foreign;

/// <summary>Prints the registration of a type that is no model of this assembly, and the model around it where it needs one.</summary>
internal static class ForeignEmitter
{
    public static string Emit(ForeignSpec spec)
    {
        SourceWriter writer = ModelEmitter.Begin();
        if (spec.Wrapper is { } wrapper)
            Wrapper(wrapper.TypeName, wrapper, writer);
        RegistrationEmitter.Emit([.. spec.Registrations], writer);
        return writer.Finish();
    }

    private static void Wrapper(string type, WrapperSpec spec, SourceWriter writer)
    {
        ModelSpec model = spec.Model;
        string self = model.TypeName, join = $"{Names.Runtime}.IForeignModel<{type}, {self}>";
        writer.WriteLine(GeneratedFile.CodeAttribute("PyperCache.Generators"));
        using (writer.Block($"file sealed class {self} : {join}"))
        {
            writer.WriteLine($"private {type} _pyper;\n");
            writer.WriteLine($"private {self}({Names.Runtime}.Hydrating _, {type} value) => _pyper = value;\n");
            Constructor(type, spec, writer);
            writer.WriteLine($"{type} {join}.Value => _pyper;\n");
            writer.WriteLine($"static {self} {join}.Around({type} value) => new(default({Names.Runtime}.Hydrating), value);\n");
            foreach (AccessSpec member in spec.Members)
                Member(spec.IsValueType, member, writer);
            writer.WriteLine();
            HydratorEmitter.Emit(model, writer);
            MembersEmitter.Emit(model, writer);
            SchemaEmitter.Emit(model, writer);
        }
    }

    /// <summary>A new value; a required member that is missing in the payload is an error already, so that the initializer only satisfies the compiler.</summary>
    private static void Constructor(string type, WrapperSpec spec, SourceWriter writer)
    {
        ModelSpec model = spec.Model;
        IEnumerable<MemberSpec> arguments = model.Construction.Arguments.Select(i => model.Members[i]);
        string parameters = string.Join(", ", arguments.Select(static (m, i) => $"{m.Shape.TypeName} a{i}"));
        string values = string.Join(", ", arguments.Select(static (_, i) => $"a{i}"));
        string required = spec.Required.Count == 0 ? "" : $" {{ {string.Join(", ", spec.Required.Select(static name => name + " = default!"))} }}";
        writer.WriteLine($"private {model.TypeName}({parameters}) => _pyper = new {type}({values}){required};\n");
    }

    private static void Member(bool isValueType, AccessSpec member, SourceWriter writer)
    {
        string value = "_pyper." + member.Name;
        string accessor = "PyperSet" + member.Name.TrimStart('@');
        string reference = isValueType ? "ref " : "";
        string set = member.Setter switch
        {
            SetterKind.Set => $" set => {value} = value;",
            SetterKind.Init => $" set => {accessor}({reference}_pyper, value);",
            _ => "",
        };
        writer.WriteLine($"private {member.TypeName} {member.Name} {{ get => {value};{set} }}");
        if (member.Setter != SetterKind.Init)
            return;
        writer.WriteLine($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = \"set_{member.Name.TrimStart('@')}\")]");
        writer.WriteLine($"private static extern void {accessor}({reference}{member.Owner} target, {member.TypeName} value);");
    }
}
