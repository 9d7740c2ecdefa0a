package id.sigap.local.cli;

import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import id.sigap.local.service.Service;
import id.sigap.repair.StepOver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "step-over",
        description = {
            "Have a service step over one record that it can't even read: it ends each time it comes to it.",
            "The record is never handled. Who stepped over what, and when, stays in the service's table stepped_over.",
            "It goes on behind it at its next start; one that ends at that record starts anew by itself."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:the next start goes on behind it", "1:it is not the next record"},
        mixinStandardHelpOptions = true)
final class StepOverCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Parameters(index = "0", paramLabel = "SERVICE", description = "Who can't read it, such as operator-notifier.")
    private String service;

    @Parameters(index = "1", paramLabel = "TOPIC")
    private String topic;

    @Parameters(index = "2", paramLabel = "PARTITION")
    private int partition;

    @Parameters(index = "3", paramLabel = "OFFSET", description = "Of the record; it has to be the next.")
    private long offset;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Stays on record.")
    private String reason;

    @Mixin
    private Confirmation confirmation;

    @Mixin
    private SiteOptions where;

    StepOverCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws SQLException {
        Console console = workplace.console();
        Service reader = StartOptions.named(service);
        try (Connection connection = where.site(workplace).connect(reader)) {
            confirmation.ask(
                    console,
                    "%s will never handle the record at %s, partition %d, offset %d. Step over it?"
                            .formatted(reader, topic, partition, offset));
            long next = new StepOver(connection).over(new StepOver.Place(topic, partition, offset), reason);
            if (next != offset) {
                throw new StackFailed(
                        ("the next record for %s there is %d, not %d: what is before it would be lost. Let it handle that first,"
                                        + " one record at a time: MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_MAX_POLL_RECORDS=1")
                                .formatted(reader, next, offset));
            }
            console.good("%s goes on at offset %d when it starts next".formatted(reader, offset + 1));
            return 0;
        }
    }
}
