using System.Collections.Immutable;
using PyperCache.Generators.Diagnostics;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Parsing.Models;

/// <summary>Finds members that would be read from one and the same place.</summary>
internal static class KeyCollisions
{
    public static void Report(ModelContext model, ImmutableArray<ModelMember> members)
    {
        Dictionary<string, ModelMember> readers = new(members.Length);
        foreach (ModelMember member in members)
        {
            foreach (AliasSpec alias in member.Spec.Aliases)
            {
                if (!alias.IsKeyed)
                    continue;
                string path = alias.Keys.Count == 1 ? alias.Keys[0] : string.Join("\0", alias.Keys);
                if (readers.TryGetValue(path, out ModelMember other))
                {
                    model.Report(
                        ModelDiagnostics.DuplicateKey, member.Declared.Location,
                        other.Declared.Name, member.Declared.Name, string.Join(".", alias.Keys));
                }

                readers[path] = member;
            }
        }
    }
}
