namespace Roster.Tests.Server.Calls;

/// <summary>Where a test opens accounts: at one server, or at several over one database.</summary>
internal interface IAccounts
{
    /// <summary>The servers' clock, where a test can set it.</summary>
    TestClock Clock { get; }

    /// <summary>What ends of memberships are reckoned from: none comes before it.</summary>
    DateTimeOffset Now { get; }

    /// <summary>An account with nothing in it but the key that is used.</summary>
    Task<AccountClient> OpenAccountAsync();
}
