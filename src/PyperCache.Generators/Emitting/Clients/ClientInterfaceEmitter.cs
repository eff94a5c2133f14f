using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Clients;

namespace PyperCache.Generators.Emitting.Clients;

/// <summary>Prints the interface of a client.</summary>
internal static class ClientInterfaceEmitter
{
    public static void Emit(ClientInterfaceSpec @interface, string attribute, SourceWriter writer)
    {
        string bases = string.Join(", ", @interface.Bases.Concat(["global::System.IAsyncDisposable"]));
        writer.WriteLine($"/// <summary>What <see cref=\"{@interface.Client}\"/> offers: for containers, and for doubles in tests.</summary>");
        writer.WriteLine(attribute);
        using (writer.Block($"{@interface.Accessibility} partial interface {@interface.Name} : {bases}"))
        {
            for (int i = 0; i < @interface.Methods.Count; i++)
            {
                if (i > 0)
                    writer.WriteLine();
                foreach (string line in @interface.Methods[i].Documentation)
                    writer.WriteLine("/// " + line);
                writer.WriteLine(@interface.Methods[i].Declaration);
            }
        }
    }
}
