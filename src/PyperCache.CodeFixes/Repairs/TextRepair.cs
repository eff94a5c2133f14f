using Microsoft.CodeAnalysis.Text;

namespace PyperCache.CodeFixes.Repairs;

/// <summary>A change of the text and what an editor calls it.</summary>
internal readonly record struct TextRepair(string Title, TextChange Change);
