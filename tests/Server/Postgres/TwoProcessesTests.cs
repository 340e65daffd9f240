using Roster.Tests.Server.Calls;
using Roster.Tests.Server.MixedDoors;
using Roster.Tests.Server.Races;

namespace Roster.Tests.Server.Postgres;

/// <summary>What is true of one server is true of two over one database, whichever of them is asked.</summary>
[Collection(TwoProcesses.Sharing.Name)]
public sealed class TwoProcessesTests(TwoProcesses two)
{
    private static readonly int AtOnce = FullMode.Of(50_000, normally: 5_000);
    private static readonly int OneByOne = FullMode.Of(5_000, normally: 250);

    /// <summary>Whatever one process has done, the other shows in its next answer.</summary>
    [Fact]
    public Task A_random_mix_of_calls_equals_the_oracle() =>
        Mix.OneByOneEqualsTheOracleAsync(two.Both, seed: 3, OneByOne, pass: _ => { });

    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public Task Calls_at_once_equal_the_oracle_in_the_order_of_the_log(int seed) => Mix.AtOnceEqualsTheOracleAsync(two.Both, seed, AtOnce);

    [Fact]
    public Task One_of_the_last_two_owners_stays() => Rounds.HoldAsync(new LastOwnersRace(), two.Both);

    [Fact]
    public Task An_address_is_used_once() => Rounds.HoldAsync(new SameNameRace(), two.Both);

    [Fact]
    public Task A_membership_begins_once() => Rounds.HoldAsync(new SameMembershipRace(), two.Both);

    [Fact]
    public Task Levels_given_at_once_leave_one_membership() => Rounds.HoldAsync(new LevelsRace(), two.Both);

    [Fact]
    public Task Nothing_is_left_of_who_was_deleted() => Rounds.HoldAsync(new RoleAgainstDeletionRace(), two.Both);

    [Fact]
    public Task A_request_that_comes_often_is_done_once() => Rounds.HoldAsync(new RepeatRace(), two.Both);

    [Fact]
    public Task An_invitation_is_accepted_once() => Rounds.HoldAsync(new InvitationRace(), two.Both);
}
