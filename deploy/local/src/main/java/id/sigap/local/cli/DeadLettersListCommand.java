package id.sigap.local.cli;

import id.sigap.local.console.Console;
import id.sigap.local.repair.Ago;
import id.sigap.local.repair.Masked;
import id.sigap.local.repair.RepairSite;
import id.sigap.local.service.Service;
import id.sigap.repair.DeadLetter;
import id.sigap.repair.DeadLetterShelf;
import id.sigap.repair.Selection;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "How many there are of which topic and reason, and each of them.",
        mixinStandardHelpOptions = true)
final class DeadLettersListCommand implements Callable<Integer> {

    private static final int LONGEST_REASON = 90;

    private final Workplace workplace;

    @Option(names = "--service", paramLabel = "SERVICE", description = "Only those of one service.")
    private String service;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Only those of one topic.")
    private String topic;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many to list. Default: ${DEFAULT-VALUE}.",
            defaultValue = "20")
    private int limit;

    @Mixin
    private SiteOptions where;

    DeadLettersListCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws SQLException {
        RepairSite site = where.site(workplace);
        Set<Service> services = service == null ? site.services() : Set.of(StartOptions.named(service));
        Selection selection = new Selection(Optional.empty(), Optional.ofNullable(topic));
        List<List<String>> counts =
                new ArrayList<>(List.of(List.of("SERVICE", "TOPIC", "COUNT", "STATE", "OLDEST", "REASON")));
        List<List<String>> letters =
                new ArrayList<>(List.of(List.of("ID", "SERVICE", "TOPIC", "VERSION", "TRIES", "BEHIND", "DIED")));
        long total = 0;
        for (Service one : services) {
            try (Connection connection = site.connect(one)) {
                DeadLetterShelf shelf = new DeadLetterShelf(connection);
                for (DeadLetterShelf.Count count : shelf.counts(selection)) {
                    counts.add(row(one, count));
                    total += count.count();
                }
                shelf.list(selection, limit - letters.size() + 1).forEach(letter -> letters.add(row(one, letter)));
            }
        }
        print(workplace.console(), counts, letters, total);
        return 0;
    }

    private static void print(Console console, List<List<String>> counts, List<List<String>> letters, long total) {
        if (total == 0) {
            console.good("no dead letters");
            return;
        }
        console.table(counts);
        console.blank();
        console.table(letters);
        if (total > letters.size() - 1) {
            console.line("  … and %d more: --limit, --service, --topic".formatted(total - letters.size() + 1));
        }
        console.blank();
        console.line("  BEHIND: events of the same aggregate that wait for it. Next: ./sigap dead-letters show ID");
    }

    private static List<String> row(Service service, DeadLetterShelf.Count count) {
        return List.of(
                service.id(),
                count.topic(),
                Long.toString(count.count()),
                state(count.state()),
                Ago.since(count.oldest()) + " ago",
                Masked.text(count.reason(), LONGEST_REASON));
    }

    private static List<String> row(Service service, DeadLetter letter) {
        return List.of(
                letter.id().toString(),
                service.id(),
                letter.topic(),
                letter.version().isPresent() ? Long.toString(letter.version().getAsLong()) : "-",
                Integer.toString(letter.tries()),
                Long.toString(letter.behind()),
                Ago.since(letter.diedAt()) + " ago");
    }

    static String state(DeadLetter.State state) {
        return switch (state) {
            case DEAD -> "dead";
            case REPLAYING -> "to be tried again";
        };
    }
}
