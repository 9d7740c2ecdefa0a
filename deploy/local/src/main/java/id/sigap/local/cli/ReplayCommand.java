package id.sigap.local.cli;

import id.sigap.journal.Backlog;
import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import id.sigap.local.service.Service;
import id.sigap.repair.JournalReplay;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "replay",
        description = {
            "Publish again what a service said since a time: after Kafka lost what it had acknowledged.",
            "Receivers pass over what they have. Too much does no harm; a minute is added for transactions that were open."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all of it is on Kafka again", "1:not yet, or there is nothing of that time"},
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Workplace workplace;

    @Parameters(paramLabel = "SERVICE", description = "Whose journal: the sender's, such as ticket-service or ticket.")
    private String service;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            required = true,
            converter = Moment.class,
            description = "30m, 2h or 1d (ago), 2026-11-26T10:00 (here) or 2026-11-26T10:00:00Z.")
    private Instant since;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Only what goes to this topic.")
    private String topic;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to look on while it is published. Default: ${DEFAULT-VALUE}.",
            defaultValue = "60")
    private int seconds;

    @Mixin
    private SiteOptions where;

    ReplayCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws SQLException {
        Console console = workplace.console();
        Service sender = StartOptions.named(service);
        try (Connection connection = where.site(workplace).connect(sender)) {
            JournalReplay journal = new JournalReplay(connection);
            long found = journal.count(since, Optional.ofNullable(topic));
            if (found == 0) {
                throw new StackFailed(
                        "%s said nothing%s since %s".formatted(sender, topic == null ? "" : " on " + topic, since));
            }
            long put = journal.replay(since, Optional.ofNullable(topic));
            console.line("%s: publishing %s since %s again%s"
                    .formatted(
                            sender,
                            Count.of(put, "event"),
                            since,
                            put == found
                                    ? ""
                                    : "; %,d more were waiting to be published anyway".formatted(found - put)));
            return watch(console, sender, connection) ? 0 : Main.FAILED;
        }
    }

    private boolean watch(Console console, Service sender, Connection connection) throws SQLException {
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        long shown = Long.MAX_VALUE;
        while (true) {
            long pending = Backlog.of(connection).pending();
            if (pending == 0) {
                console.good("done: Kafka has acknowledged all of it");
                return true;
            }
            if (System.nanoTime() >= end) {
                console.bad("%s not published yet; does %s run, does Kafka? (./sigap status) They go out once both do."
                        .formatted(Count.of(pending, "event"), sender));
                return false;
            }
            if (pending != shown) {
                console.progress(pending + " to go");
                shown = pending;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
