using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Emitting.Models;

/// <summary>The way from a payload to a model: a loop over the fields of the object.</summary>
internal static class HydratorEmitter
{
    private const int BitsPerSet = 64;

    public static void Emit(ModelSpec model, SourceWriter writer)
    {
        if (model.Options.KeepsRaw)
            RawPayload(model, writer);
        writer.WriteLine($"static {Names.Runtime}.ModelSchema {Names.Models}.IApiModel<{model.TypeName}>.Schema => PyperShapes.Schema;\n");
        if (model.Kind.IsAbstract)
            return;
        Factory(model, writer);
        if (!model.Construction.TakesArguments)
            HydratingConstructor(model, writer);
        else if (Rest(model).Any())
            RestConstructor(model, writer);
    }

    /// <summary>A field where the hydrating constructor sets it; where the one of the user is called, an initializer does, also in a readonly struct.</summary>
    private static void RawPayload(ModelSpec model, SourceWriter writer)
    {
        if (model.KeepsOwner)
            writer.WriteLine($"private {Names.Runtime}.OwnPayload PyperRaw;\n");
        else if (model.Construction.TakesArguments || model.Kind.IsAbstract)
            writer.WriteLine($"private {Names.Runtime}.RawPayload PyperRaw {{ get; init; }}\n");
        else
            writer.WriteLine($"private readonly {Names.Runtime}.RawPayload PyperRaw;\n");
    }

    /// <summary>The runtime has entered the object, or the row of columns, when it calls this.</summary>
    private static void Factory(ModelSpec model, SourceWriter writer)
    {
        string signature = $"static {model.TypeName} {Names.Models}.IApiModel<{model.TypeName}>.Hydrate(ref {Names.Json}.JsonCursor cursor, ref {Names.Json}.FieldLoop fields)";
        if (!model.Construction.TakesArguments)
        {
            writer.WriteLine(signature + " => new(ref cursor, ref fields);\n");
            return;
        }

        using (writer.Block(signature))
            ConstructWithArguments(model, writer);
        writer.WriteLine();
    }

    /// <summary>Members are assigned as they are met: initializers survive missing keys, also those of init-only members.</summary>
    private static void HydratingConstructor(ModelSpec model, SourceWriter writer)
    {
        using (Constructor(model, $"ref {Names.Json}.JsonCursor cursor, ref {Names.Json}.FieldLoop fields", model.Construction.Chain, writer))
        {
            // A constructor that calls no other may not read what it has not yet assigned.
            bool canRead = model.Construction.Chain.Length > 0;
            Loop(model, writer, index => canRead && model.Members[index].IsStored ? model.Members[index].Own : null,
                (index, value) => writer.Write($"{model.Members[index].Own} = {value};"));
            writer.WriteLineIf(model.Options.KeepsRaw, $"PyperRaw = {(model.KeepsOwner ? OwnRaw("this") : Raw)};");
        }

        writer.WriteLine();
    }

    private static void ConstructWithArguments(ModelSpec model, SourceWriter writer)
    {
        HashSet<int> arguments = [.. model.Construction.Arguments];
        for (int i = 0; i < model.Members.Count; i++)
        {
            MemberSpec member = model.Members[i];
            writer.WriteLine($"{member.Shape.TypeName} f{i} = {(arguments.Contains(i) ? member.ParameterDefault : "default!")};");
            writer.WriteLineIf(!arguments.Contains(i), $"bool has{i} = false;");
        }

        Loop(model, writer, index => arguments.Contains(index) ? $"f{index}" : null, (index, value) =>
        {
            if (arguments.Contains(index))
                writer.Write($"f{index} = {value};");
            else
                writer.Write($"{{ f{index} = {value}; has{index} = true; }}");
        });
        string list = string.Join(", ", model.Construction.Arguments.Select(static i => $"f{i}"));
        if (Rest(model).Any())
            list = $"default({Names.Runtime}.Hydrating), {list}, " + string.Join(", ", Rest(model).Select(static i => $"f{i}, has{i}"));
        string initializer = model.Options.KeepsRaw && !model.KeepsOwner ? $" {{ PyperRaw = {Raw} }}" : "";
        writer.WriteLine($"{(model.KeepsOwner ? "var value =" : "return")} new {model.TypeName}({list}){initializer};");
        if (!model.KeepsOwner)
            return;
        writer.WriteLine($"value.PyperRaw = {OwnRaw("value")};");
        writer.WriteLine("return value;");
    }

    /// <summary>Calls the constructor with arguments, then assigns the other members that the payload has.</summary>
    private static void RestConstructor(ModelSpec model, SourceWriter writer)
    {
        IEnumerable<string> parameters = model.Construction.Arguments.Select(i => $"{model.Members[i].Shape.TypeName} f{i}")
            .Concat(Rest(model).Select(i => $"{model.Members[i].Shape.TypeName} f{i}, bool has{i}"));
        string arguments = string.Join(", ", model.Construction.Arguments.Select(static i => $"f{i}"));
        using (Constructor(model, $"{Names.Runtime}.Hydrating _, {string.Join(", ", parameters)}", $"this({arguments})", writer))
        {
            foreach (int i in Rest(model))
                writer.WriteLine($"if (has{i}) {model.Members[i].Own} = f{i};");
        }

        writer.WriteLine();
    }

    /// <summary>A constructor of our own.</summary>
    /// <param name="model">The model.</param>
    /// <param name="parameters">Its parameters, unlike those of any constructor of the user.</param>
    /// <param name="chain">What it calls first; may be nothing.</param>
    /// <param name="writer">Where to.</param>
    public static SourceWriter.BlockScope Constructor(ModelSpec model, string parameters, string chain, SourceWriter writer)
    {
        writer.WriteLineIf(model.Kind.HasRequiredMembers, "[global::System.Diagnostics.CodeAnalysis.SetsRequiredMembers]");
        return writer.Block($"private {model.Nesting.Self.Name}({parameters}){(chain.Length > 0 ? " : " + chain : "")}");
    }

    /// <summary>Goes through the fields of the object.</summary>
    /// <param name="model">The model.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="current">What holds the value of a member so far; null when that cannot be asked.</param>
    /// <param name="assign">Prints how a member gets a value.</param>
    private static void Loop(ModelSpec model, SourceWriter writer, Func<int, string?> current, Action<int, string> assign)
    {
        int required = model.Members.Count(static m => m.MustExist);
        for (int set = 0; set * BitsPerSet < required; set++)
            writer.WriteLine($"ulong seen{set} = 0;");
        for (int i = 0; i < model.Members.Count; i++)
            writer.WriteLineIf(model.Members[i].HasRanks, $"int rank{i} = {model.Members[i].Aliases.Count};");
        writer.WriteLine("for (int slot; (slot = cursor.NextField(ref fields)) >= 0;)");
        writer.Indent();
        using (writer.Block("switch (slot)"))
            Cases(model, writer, current, assign);
        writer.Unindent();
        AfterLoop(model, writer, assign);
        for (int set = 0; set * BitsPerSet < required; set++)
        {
            int bits = Math.Min(required - (set * BitsPerSet), BitsPerSet);
            writer.WriteLine($"if (seen{set} != 0x{ulong.MaxValue >> (BitsPerSet - bits):X}UL) cursor.Fail();");
        }
    }

    private static void Cases(ModelSpec model, SourceWriter writer, Func<int, string?> current, Action<int, string> assign)
    {
        int slot = 0, required = 0;
        for (int i = 0; i < model.Members.Count; i++)
        {
            MemberSpec member = model.Members[i];
            for (int alias = 0; alias < member.Aliases.Count; alias++)
            {
                if (!member.Aliases[alias].IsKeyed)
                    continue;
                writer.Write($"case {slot}");
                if (member.HasRanks)
                    writer.Write($" when rank{i} >= {alias}: rank{i} = {alias}; ");
                else
                    writer.Write(": ");
                if (member.MustExist)
                    writer.Write($"{Seen(required)}; ");
                if (!model.Options.Validates && current(i) is { } value)
                    assign(i, ReadOr(member, value));
                else
                    TryRead(model, i, $"v{slot}", writer, assign);
                writer.WriteLine(" break;");
                slot++;
            }

            required += member.MustExist ? 1 : 0;
        }

        writer.WriteLineIf(slot == 0 || model.Members.Any(static m => m.HasRanks), "default: cursor.Skip(); break;");
    }

    /// <summary>The call that gives what is there, or the value that the member has where that does not fit.</summary>
    private static string ReadOr(MemberSpec member, string value) =>
        member.Shape.Call is { } call ? $"cursor.Read{call}({value})" : $"{SchemaEmitter.ShapeOf(member)}.Read(ref cursor, {value})";

    private static void TryRead(ModelSpec model, int index, string variable, SourceWriter writer, Action<int, string> assign)
    {
        MemberSpec member = model.Members[index];
        writer.Write($"if ({(member.Shape.Call is { } call ? $"cursor.TryRead{call}(" : $"{SchemaEmitter.ShapeOf(member)}.TryRead(ref cursor, ")}out var {variable})) ");
        assign(index, variable);
        if (model.Options.Validates)
            writer.Write(" else cursor.Fail();");
    }

    /// <summary>Notes that a required member is there.</summary>
    private static string Seen(int required) => $"seen{required / BitsPerSet} |= 0x{1UL << (required % BitsPerSet):X}UL";

    /// <summary>Members behind selectors are found when the whole object is known.</summary>
    private static void AfterLoop(ModelSpec model, SourceWriter writer, Action<int, string> assign)
    {
        int required = 0;
        for (int i = 0; i < model.Members.Count; i++)
        {
            MemberSpec member = model.Members[i];
            int first = FirstSelector(member);
            if (first >= 0)
            {
                using (writer.Block($"if (rank{i} > {first})"))
                {
                    writer.WriteLine($"var result{i} = {Names.Runtime}.Selected.TryRead(ref cursor, in fields, PyperShapes.Schema, {i}, {SchemaEmitter.ShapeOf(member)}, out var s{i});");
                    writer.Write($"if (result{i} == {Names.Runtime}.SelectedResult.Read) ");
                    assign(i, $"s{i}!");
                    writer.WriteLine();
                    writer.WriteLineIf(model.Options.Validates, $"if (result{i} == {Names.Runtime}.SelectedResult.Mismatch) cursor.Fail();");
                    writer.WriteLineIf(member.MustExist, $"if (result{i} != {Names.Runtime}.SelectedResult.Missing) {Seen(required)};");
                }
            }

            required += member.MustExist ? 1 : 0;
        }
    }

    private static int FirstSelector(MemberSpec member)
    {
        for (int i = 0; i < member.Aliases.Count; i++)
        {
            if (!member.Aliases[i].IsKeyed)
                return i;
        }

        return -1;
    }

    private static string Raw => $"{Names.Runtime}.RawPayload.Of(ref cursor, in fields)";

    private static string OwnRaw(string owner) => $"{Names.Runtime}.OwnPayload.Of({owner}, ref cursor, in fields)";

    /// <summary>The members that are no arguments of the constructor which has some.</summary>
    public static IEnumerable<int> Rest(ModelSpec model) => Enumerable.Range(0, model.Members.Count).Except(model.Construction.Arguments);
}
