using PyperCache.Generators.Kit;
using PyperCache.Generators.Model.Models;

namespace PyperCache.Generators.Model.Clients;

/// <summary>A client class: what it implements and what is known of its endpoints.</summary>
/// <param name="Nesting">Where it stands.</param>
/// <param name="TypeName">Its name, qualified.</param>
/// <param name="Stubs">The Refit interfaces, in the order of their attributes.</param>
/// <param name="Endpoints">Their policies.</param>
/// <param name="Interface">The interface that is generated for it; null for none.</param>
/// <param name="Registrations">Closed generic models in the signatures of its endpoints.</param>
internal sealed record ClientSpec(
    TypeNesting Nesting,
    string TypeName,
    EquatableArray<StubSpec> Stubs,
    EquatableArray<EndpointSpec> Endpoints,
    ClientInterfaceSpec? Interface,
    EquatableArray<RegistrationSpec> Registrations);

/// <summary>A Refit interface that the class implements by a stub.</summary>
/// <param name="TypeName">Its name, qualified.</param>
/// <param name="Origin">The origin of its requests; null for the default.</param>
/// <param name="Members">The members to write, its bases' included.</param>
internal sealed record StubSpec(string TypeName, string? Origin, EquatableArray<StubMemberSpec> Members);

/// <summary>A member that hands over to the stub: its head up to the arrow, and the expression behind <c>stub.</c>; accessors for a property.</summary>
/// <param name="Head">Modifiers, type, name, parameters.</param>
/// <param name="Constraints">The constraints of its type parameters, as clauses.</param>
/// <param name="Call">The call on the stub; null for a property.</param>
/// <param name="Property">The property's name on the stub; null for a method.</param>
/// <param name="CanRead">Whether the property can be read.</param>
/// <param name="CanWrite">Whether the property can be written.</param>
/// <param name="Owner">The interface that declares the member, qualified: the stub is cast to it when it is a base.</param>
internal sealed record StubMemberSpec(string Head, string Constraints, string? Call, string? Property, bool CanRead, bool CanWrite, string Owner);

/// <summary>An endpoint and its policy. Times are in seconds.</summary>
internal sealed record EndpointSpec(string Interface, string Method, string Template, PolicySpec Policy);

/// <summary>A cache policy. Times are in seconds; positive infinity is for ever.</summary>
internal sealed record PolicySpec(
    bool NoCache, double? Expiry, double StaleIfError, double StaleWhileRevalidate, EquatableArray<string> Tags, EquatableArray<string> Invalidates, string Response);

/// <summary>The interface of a client.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Accessibility">public or internal.</param>
/// <param name="Client">The class it is for, as documentation names it.</param>
/// <param name="Bases">The Refit interfaces.</param>
/// <param name="Methods">The class's own public methods.</param>
internal sealed record ClientInterfaceSpec(string Name, string Accessibility, string Client, EquatableArray<string> Bases, EquatableArray<InterfaceMethodSpec> Methods);

/// <summary>A method of the generated interface: its documentation, line by line, and its declaration.</summary>
internal sealed record InterfaceMethodSpec(EquatableArray<string> Documentation, string Declaration);
