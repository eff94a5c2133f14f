namespace PyperCache.Generators.Tests.Clients;

/// <summary>Sources of clients, so that a test says only what it is about.</summary>
internal static class ClientSource
{
    public const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Net.Http;
        using System.Threading;
        using System.Threading.Tasks;
        using PyperCache.Http;
        using Refit;

        """;

    /// <summary>A client of one interface <c>IApi</c> with the given members.</summary>
    public static string Of(string members, string attributes = "") => Usings + $$"""
        namespace App;

        public sealed class Widget { }

        {{attributes}}
        public interface IApi
        {
            {{members}}
        }

        [ApiClient<IApi>]
        public sealed partial class Client : ApiWrapper
        {
            public Client() : base(new ApiWrapperOptions { Origins = { ["api"] = "https://api.example.com" } }) { }
        }
        """;
}
