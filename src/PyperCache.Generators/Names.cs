namespace PyperCache.Generators;

/// <summary>Names of the runtime that generators recognise or print.</summary>
internal static class Names
{
    public const string ApiModelAttribute = "PyperCache.Models.ApiModelAttribute";
    public const string ApiModelDefaultsAttribute = "PyperCache.Models.ApiModelDefaultsAttribute";
    public const string ApiModelForAttribute = "PyperCache.Models.ApiModelForAttribute`1";
    public const string AliasAttribute = "PyperCache.Models.AliasAttribute";
    public const string TimestampAttribute = "PyperCache.Models.TimestampAttribute";
    public const string ColumnsAttribute = "PyperCache.Models.ColumnsAttribute";
    public const string ShallowAttribute = "PyperCache.Models.ShallowAttribute";
    public const string Optional = "PyperCache.Models.Optional`1";
    public const string IApiModel = "PyperCache.Models.IApiModel`1";

    public const string ApiClientAttribute = "PyperCache.Http.ApiClientAttribute`1";
    public const string ApiWrapper = "PyperCache.Http.ApiWrapper";
    public const string CacheForAttribute = "PyperCache.Http.CacheForAttribute";
    public const string NoCacheAttribute = "PyperCache.Http.NoCacheAttribute";
    public const string InvalidatesAttribute = "PyperCache.Http.InvalidatesAttribute";
    public const string RefitHttpMethodAttribute = "Refit.HttpMethodAttribute";
    public const string RefitPathPrefixAttribute = "Refit.PathPrefixAttribute";

    public const string Lazy = "System.Lazy`1";
    public const string JsonIgnoreAttribute = "System.Text.Json.Serialization.JsonIgnoreAttribute";
    public const string JsonPropertyNameAttribute = "System.Text.Json.Serialization.JsonPropertyNameAttribute";
    public const string JsonPolymorphicAttribute = "System.Text.Json.Serialization.JsonPolymorphicAttribute";
    public const string JsonDerivedTypeAttribute = "System.Text.Json.Serialization.JsonDerivedTypeAttribute";
    public const string JsonConstructorAttribute = "System.Text.Json.Serialization.JsonConstructorAttribute";
    public const string JsonConverterAttribute = "System.Text.Json.Serialization.JsonConverterAttribute";
    public const string JsonConverter = "System.Text.Json.Serialization.JsonConverter`1";
    public const string JsonConverterFactory = "System.Text.Json.Serialization.JsonConverterFactory";
    public const string JsonStringEnumConverter = "System.Text.Json.Serialization.JsonStringEnumConverter";
    public const string JsonStringEnumMemberNameAttribute = "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute";
    public const string EnumMemberAttribute = "System.Runtime.Serialization.EnumMemberAttribute";
    public const string StructLayoutAttribute = "System.Runtime.InteropServices.StructLayoutAttribute";
    public const string FlagsAttribute = "System.FlagsAttribute";

    /// <summary>The aliases under which emitted files name the runtime support.</summary>
    public const string Runtime = "Pyper";
    public const string Json = "PyperJson";
    public const string Models = "PyperModels";
}
