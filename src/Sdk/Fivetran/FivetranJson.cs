using System.Text.Json.Serialization;
using Roster.Sdk.Wire;

namespace Roster.Sdk.Fivetran;

/// <summary>What the service answers.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(Times)])]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Membership))]
[JsonSerializable(typeof(Group))]
[JsonSerializable(typeof(GroupPublicKey))]
[JsonSerializable(typeof(GroupServiceAccount))]
[JsonSerializable(typeof(Team))]
[JsonSerializable(typeof(TeamMember))]
[JsonSerializable(typeof(Connection))]
[JsonSerializable(typeof(Role))]
[JsonSerializable(typeof(AccountInfo))]
[JsonSerializable(typeof(Acknowledgement))]
internal sealed partial class FivetranJson : JsonSerializerContext;

/// <summary>What is sent: nothing that was not set.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    Converters = [typeof(TextChange), typeof(OptionalFlagChange), typeof(NumberChange), typeof(ObjectChange)])]
[JsonSerializable(typeof(NewUser))]
[JsonSerializable(typeof(UserChange))]
[JsonSerializable(typeof(NewMembership))]
[JsonSerializable(typeof(NewRole))]
[JsonSerializable(typeof(NewTeam))]
[JsonSerializable(typeof(TeamChange))]
[JsonSerializable(typeof(NewTeamMember))]
[JsonSerializable(typeof(NamedGroup))]
[JsonSerializable(typeof(NewGroupUser))]
[JsonSerializable(typeof(NewConnection))]
[JsonSerializable(typeof(ConnectionChange))]
internal sealed partial class FivetranRequests : JsonSerializerContext;
