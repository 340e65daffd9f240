using System.Text.Json.Serialization;
using Roster.Sdk.Access;
using Roster.Sdk.Wire;

namespace Roster.Sdk.Native;

/// <summary>What the server answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(Times), typeof(TextChange), typeof(FlagChange), typeof(TimeChange)])]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(OpenedAccount))]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Organization))]
[JsonSerializable(typeof(Group))]
[JsonSerializable(typeof(Connector))]
[JsonSerializable(typeof(Membership))]
[JsonSerializable(typeof(Team))]
[JsonSerializable(typeof(Role))]
[JsonSerializable(typeof(Key))]
[JsonSerializable(typeof(MintedKey))]
[JsonSerializable(typeof(Invitation))]
[JsonSerializable(typeof(AcceptedInvitation))]
[JsonSerializable(typeof(LogPage))]
[JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(AppliedPlan))]
[JsonSerializable(typeof(RefusalDetails))]
[JsonSerializable(typeof(AccessExplanation))]
[JsonSerializable(typeof(AccessSettings))]
[JsonSerializable(typeof(AccessResourceType))]
[JsonSerializable(typeof(AccessResource))]
[JsonSerializable(typeof(UserAttributes))]
internal sealed partial class NativeJson : JsonSerializerContext;

/// <summary>What is sent: nothing that was not set.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(Times), typeof(TextChange), typeof(FlagChange), typeof(TimeChange)])]
[JsonSerializable(typeof(NewAccount))]
[JsonSerializable(typeof(NewUser))]
[JsonSerializable(typeof(UserChange))]
[JsonSerializable(typeof(NewScope))]
[JsonSerializable(typeof(Renaming))]
[JsonSerializable(typeof(GivenRole))]
[JsonSerializable(typeof(NewTeam))]
[JsonSerializable(typeof(TeamChange))]
[JsonSerializable(typeof(NewRole))]
[JsonSerializable(typeof(RoleChange))]
[JsonSerializable(typeof(NewKey))]
[JsonSerializable(typeof(Rotation))]
[JsonSerializable(typeof(Acceptance))]
[JsonSerializable(typeof(Document))]
[JsonSerializable(typeof(AccessSettingsChange))]
[JsonSerializable(typeof(DefinedResourceType))]
[JsonSerializable(typeof(RegisteredResource))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, AttributeValue>))]
internal sealed partial class NativeRequests : JsonSerializerContext;
