package id.sigap.local.cli;

import picocli.CommandLine.Command;

@Command(
        name = "dead-letters",
        description = {
            "Records that a service could not handle: look at them, have them tried again, give them up.",
            "Events of the same aggregate wait behind one (parked); all others go on."
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "list|show|replay|drop",
        subcommands = {
            DeadLettersListCommand.class,
            DeadLettersShowCommand.class,
            DeadLettersReplayCommand.class,
            DeadLettersDropCommand.class
        })
final class DeadLettersCommand {}
