using System.Text;

namespace PyperCache.Generators.Kit;

/// <summary>Raw keys from member names, by the rules of <c>System.Text.Json.JsonNamingPolicy</c>.</summary>
internal static class KeyNames
{
    public static string CamelCase(string name)
    {
        if (name.Length == 0 || !char.IsUpper(name[0]))
            return name;
        char[] chars = name.ToCharArray();
        for (int i = 0; i < chars.Length; i++)
        {
            bool hasNext = i + 1 < chars.Length;
            // The last capital of a run begins the next word, unless the name ends there.
            if ((i == 1 && !char.IsUpper(chars[i])) || (i > 0 && hasNext && !char.IsUpper(chars[i + 1])))
            {
                if (hasNext && i > 0 && chars[i + 1] == ' ')
                    chars[i] = char.ToLowerInvariant(chars[i]);
                break;
            }

            chars[i] = char.ToLowerInvariant(chars[i]);
        }

        return new string(chars);
    }

    public static string Separated(string name, char separator, bool upper)
    {
        StringBuilder result = new();
        for (int i = 0; i < name.Length; i++)
        {
            char c = name[i];
            if (c is '_' or ' ' or '-')
            {
                AppendSeparator(result, separator);
                continue;
            }

            if (char.IsUpper(c) && i > 0 && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]))) && char.IsLetterOrDigit(name[i - 1]))
                AppendSeparator(result, separator);
            result.Append(upper ? char.ToUpperInvariant(c) : char.ToLowerInvariant(c));
        }

        return result.ToString().Trim(separator);
    }

    private static void AppendSeparator(StringBuilder result, char separator)
    {
        if (result.Length > 0 && result[result.Length - 1] != separator)
            result.Append(separator);
    }
}
