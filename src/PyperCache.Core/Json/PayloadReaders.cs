using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace PyperCache.Json;

/// <summary>Finds the reader for a type that is known only as an unconstrained type parameter.</summary>
/// <remarks>
/// Scalars are built in. Everything else comes from the resolver that the model registry installs, so that the layers which read
/// payloads (queries) need not know what a model is.
/// </remarks>
internal static class PayloadReaders
{
    private static readonly ConcurrentDictionary<Type, Func<Type, object?>> s_resolvers = new();

    /// <summary>Adds a source of readers. It is asked with the type wanted and answers a <see cref="PayloadReader{T}"/> of it, or null.</summary>
    /// <param name="owner">Identifies the source; adding the same owner again replaces it.</param>
    /// <param name="resolver">Asked for types that are no scalars.</param>
    public static void AddResolver(Type owner, Func<Type, object?> resolver) => s_resolvers[owner] = resolver;

    /// <summary>The reader for <typeparamref name="T"/>, or null when nothing is registered for it.</summary>
    public static PayloadReader<T>? Find<T>() => Holder<T>.Reader ?? Resolve<T>();

    private static PayloadReader<T>? Resolve<T>()
    {
        if (ScalarReaders.Find<T>() is { } scalar)
            return Holder<T>.Reader = scalar;
        if (AskResolvers<T>() is { } known)
            return Holder<T>.Reader = known;

        InitializeModulesOf(typeof(T));
        return AskResolvers<T>() is { } late ? Holder<T>.Reader = late : null;
    }

    /// <summary>Runs the initializers of the modules that declare the type and its type arguments, if they have not run.</summary>
    /// <remarks>A module that has been named but not yet run has not registered its models.</remarks>
    public static void InitializeModulesOf(Type type)
    {
        foreach (Type part in Parts(type))
            RuntimeHelpers.RunModuleConstructor(part.Module.ModuleHandle);
    }

    private static PayloadReader<T>? AskResolvers<T>()
    {
        foreach (Func<Type, object?> resolver in s_resolvers.Values)
        {
            if (resolver(typeof(T)) is PayloadReader<T> reader)
                return reader;
        }

        return null;
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        yield return type;
        if (type.GetElementType() is { } element)
        {
            foreach (Type part in Parts(element))
                yield return part;
        }

        foreach (Type argument in type.GenericTypeArguments)
        {
            foreach (Type part in Parts(argument))
                yield return part;
        }
    }

    private static class Holder<T>
    {
        public static PayloadReader<T>? Reader;
    }
}
