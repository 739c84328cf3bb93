"""playbookgen completion: the script that completes commands in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from playbookgen.cli.terminal import Terminal, common_options


@click.command()
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@common_options
def completion(terminal: Terminal, shell: str) -> int:
    """Print the completion script of a shell.

    \b
    Examples:
      playbookgen completion bash >> ~/.bashrc
      playbookgen completion fish > ~/.config/fish/completions/playbookgen.fish
    """
    maker = get_completion_class(shell)
    if maker is None:
        raise click.UsageError(f"There is no completion for {shell}.")
    context = click.get_current_context().find_root()
    script = maker(context.command, {}, "playbookgen", "_PLAYBOOKGEN_COMPLETE")
    terminal.result(script.source())
    return 0
