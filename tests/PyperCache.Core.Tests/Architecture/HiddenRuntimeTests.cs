using System.ComponentModel;
using System.Reflection;
using PyperCache.Models;

namespace PyperCache.Core.Tests.Architecture;

/// <summary>What is public for emitted code alone does not come up when a user types.</summary>
public sealed class HiddenRuntimeTests
{
    private static readonly Type[] s_public = typeof(ApiModel).Assembly.GetExportedTypes();

    [TestCase("PyperCache.Models.Generated")]
    [TestCase("PyperCache.Json")]
    public void Editors_do_not_offer_the_runtime_of_emitted_code(string name)
    {
        Type[] types = [.. s_public.Where(type => type.Namespace == name)];
        Assert.That(types, Is.Not.Empty);
        Assert.That(types.Where(static type => !IsHidden(type)), Is.Empty);
    }

    [Test]
    public void Editors_do_not_offer_members_that_speak_of_it()
    {
        IEnumerable<MethodInfo> offered = s_public.Where(static type => !IsHidden(type)).SelectMany(Members).Where(static member => !IsHidden(member));
        Assert.That(offered.Where(SpeaksOfRuntime), Is.Empty);
    }

    private static IEnumerable<MethodInfo> Members(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(static method => (method.IsPublic || method.IsFamily) && !method.IsSpecialName);

    private static bool SpeaksOfRuntime(MethodInfo method) =>
        method.GetParameters().Select(static parameter => parameter.ParameterType).Append(method.ReturnType).Any(IsRuntime);

    private static bool IsRuntime(Type type) =>
        (type.HasElementType && IsRuntime(type.GetElementType()!)) || type.Namespace is "PyperCache.Models.Generated" or "PyperCache.Json";

    private static bool IsHidden(MemberInfo member) =>
        member.GetCustomAttribute<EditorBrowsableAttribute>()?.State == EditorBrowsableState.Never;
}
