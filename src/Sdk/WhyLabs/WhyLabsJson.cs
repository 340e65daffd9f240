using System.Text.Json.Serialization;
using Roster.Sdk.Wire;

namespace Roster.Sdk.WhyLabs;

/// <summary>What the service answers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(Times)])]
[JsonSerializable(typeof(AccountUser))]
[JsonSerializable(typeof(AccountOrganization))]
[JsonSerializable(typeof(OrganizationRoleMembers))]
[JsonSerializable(typeof(StatusResponse))]
[JsonSerializable(typeof(Response))]
[JsonSerializable(typeof(ManagedOrganization))]
[JsonSerializable(typeof(OrganizationMembership))]
[JsonSerializable(typeof(ApiKey))]
internal sealed partial class WhyLabsJson : JsonSerializerContext;

/// <summary>What is sent: nothing that was not set.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(TextChange), typeof(OptionalFlagChange)])]
[JsonSerializable(typeof(NewAccountUser))]
[JsonSerializable(typeof(AccountUserUpdate))]
[JsonSerializable(typeof(WantedMembers))]
[JsonSerializable(typeof(MemberChanges))]
[JsonSerializable(typeof(NewOrganization))]
internal sealed partial class WhyLabsRequests : JsonSerializerContext;
