package id.sigap.local.cli;

import picocli.CommandLine.Command;

@Command(
        name = "audit",
        description = "Whether the journals still say what was said.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "verify",
        subcommands = AuditVerifyCommand.class)
final class AuditCommand {}
