package id.sigap.local.cli;

import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import id.sigap.local.repair.Masked;
import id.sigap.local.repair.RepairSite;
import id.sigap.local.service.Service;
import id.sigap.repair.DeadLetterShelf;
import id.sigap.repair.DeadLetterShelf.Fate;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "replay",
        description = {
            "Have dead letters tried again: after what was wrong has been mended.",
            "The service does it within about a second if it runs, else once it does; what waits behind one goes on after it.",
            "One that fails again is dead again, with its new reason."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all of them are handled", "1:some are not, or there were none"},
        mixinStandardHelpOptions = true)
final class DeadLettersReplayCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Workplace workplace;

    @Mixin
    private LetterChoice choice;

    @Mixin
    private Confirmation confirmation;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to look what becomes of them. Default: ${DEFAULT-VALUE}.",
            defaultValue = "10")
    private int seconds;

    @Mixin
    private SiteOptions where;

    DeadLettersReplayCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws SQLException {
        choice.require();
        RepairSite site = where.site(workplace);
        Map<Service, Long> counts = LetterCounts.dead(choice, site);
        if (counts.isEmpty()) {
            throw new StackFailed(choice.toString());
        }
        if (!choice.isOne()) {
            confirmation.ask(workplace.console(), LetterCounts.told(counts) + " will be tried again. Go on?");
        }
        Map<Service, List<UUID>> replayed = new EnumMap<>(Service.class);
        for (Service service : counts.keySet()) {
            try (Connection connection = site.connect(service)) {
                replayed.put(service, new DeadLetterShelf(connection).replay(choice.selection()));
            }
        }
        boolean handled = true;
        for (Map.Entry<Service, List<UUID>> one : replayed.entrySet()) {
            handled &= watch(site, one.getKey(), one.getValue());
        }
        return handled ? 0 : Main.FAILED;
    }

    private boolean watch(RepairSite site, Service service, List<UUID> letters) throws SQLException {
        Map<UUID, Fate> fates = new LinkedHashMap<>();
        letters.forEach(letter -> fates.put(letter, new Fate.Unknown()));
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        try (Connection connection = site.connect(service)) {
            DeadLetterShelf shelf = new DeadLetterShelf(connection);
            do {
                for (Map.Entry<UUID, Fate> fate : fates.entrySet()) {
                    if (isOpen(fate.getValue())) {
                        fate.setValue(shelf.fate(fate.getKey()));
                    }
                }
            } while (fates.values().stream().anyMatch(DeadLettersReplayCommand::isOpen)
                    && System.nanoTime() < end
                    && pause());
        }
        return tell(workplace.console(), service, fates);
    }

    private static boolean pause() {
        LockSupport.parkNanos(POLL.toNanos());
        return true;
    }

    private static boolean isOpen(Fate fate) {
        return fate instanceof Fate.Waiting || fate instanceof Fate.Unknown;
    }

    /** Whether all of them are handled. */
    private static boolean tell(Console console, Service service, Map<UUID, Fate> fates) {
        long handled =
                fates.values().stream().filter(Fate.Handled.class::isInstance).count();
        if (handled > 0) {
            console.good("%s: %d handled".formatted(service, handled));
        }
        fates.forEach((id, fate) -> {
            switch (fate) {
                case Fate.Handled _ -> {}
                case Fate.Dead dead ->
                    console.bad("%s: %s is dead again, try %d: %s"
                            .formatted(service, id, dead.tries(), Masked.text(dead.reason())));
                case Fate.Waiting waiting ->
                    console.line("%s: %s waits: %s".formatted(service, id, why(service, waiting)));
                case Fate.Dropped _ -> console.line("%s: %s was dropped by somebody".formatted(service, id));
                case Fate.Unknown _ -> console.line("%s: %s is gone".formatted(service, id));
            }
        });
        return handled == fates.size();
    }

    private static String why(Service service, Fate.Waiting waiting) {
        return waiting.missingVersion().isPresent()
                ? "version %d of its aggregate was not handled yet"
                        .formatted(waiting.missingVersion().getAsLong())
                : "%s has not got to it; does it run? (./sigap status)".formatted(service);
    }
}
