using System.CommandLine;

namespace Roster.Cli.Commands;

/// <summary>Prints what a shell needs to complete commands, options and their values.</summary>
internal static class Completion
{
    private const string Bash =
        """
        # roster completion bash
        _roster() {
          local IFS=$'\n' word=${COMP_WORDS[COMP_CWORD]}
          COMPREPLY=($(compgen -W "$(roster "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "$word"))
        }
        complete -o default -F _roster roster
        """;

    private const string Zsh =
        """
        #compdef roster
        # roster completion zsh
        _roster() {
          local -a found
          found=("${(@f)$(roster "[suggest:$((CURSOR))]" "$BUFFER" 2>/dev/null)}")
          if [[ -n $found[1] ]]; then compadd -- $found; else _files; fi
        }
        compdef _roster roster
        """;

    private const string Fish =
        """
        # roster completion fish
        complete -c roster -a '(roster "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'
        """;

    public static Command Build()
    {
        var shell = new Argument<string>("SHELL") { Description = "bash, zsh or fish" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        return new Verb(
            "completion",
            "Prints a script that completes commands in your shell",
            "source <(roster completion bash)                                      # in ~/.bashrc",
            "source <(roster completion zsh)                                       # in ~/.zshrc, after compinit",
            "roster completion fish > ~/.config/fish/completions/roster.fish")
            .With(shell)
            .DoesHere((parse, screen) => screen.Out.WriteLine(parse.GetValue(shell) switch
            {
                "bash" => Bash,
                "zsh" => Zsh,
                _ => Fish,
            }));
    }
}
