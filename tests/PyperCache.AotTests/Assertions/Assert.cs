namespace PyperCache.AotTests.Assertions;

/// <summary>Says what must hold.</summary>
internal static class Assert
{
    public static void That(object? actual, Constraint constraint, string? message = null)
    {
        if (!constraint.Holds(actual))
            throw new AssertionException($"{message} expected {constraint.Description}, was {Constraint.Describe(actual)}");
    }

    public static void Multiple(Action all) => all();

    public static T? Throws<T>(Action action)
        where T : Exception
    {
        try
        {
            action();
        }
        catch (Exception e) when (e.GetType() == typeof(T))
        {
            return (T)e;
        }

        throw new AssertionException($"expected {typeof(T).Name}, nothing was thrown");
    }

    public static async Task<T?> CatchAsync<T>(Func<Task> action)
        where T : Exception
    {
        try
        {
            await action();
        }
        catch (T e)
        {
            return e;
        }

        throw new AssertionException($"expected {typeof(T).Name}, nothing was thrown");
    }
}
