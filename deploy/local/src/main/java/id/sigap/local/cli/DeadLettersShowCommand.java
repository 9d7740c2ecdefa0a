package id.sigap.local.cli;

import id.sigap.events.CloudEventHeader;
import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import id.sigap.local.repair.Ago;
import id.sigap.local.repair.Masked;
import id.sigap.local.repair.RepairSite;
import id.sigap.local.service.Service;
import id.sigap.local.stack.PrivateFile;
import id.sigap.repair.DeadLetter;
import id.sigap.repair.DeadLetterShelf;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = {
            "One dead letter: where it came from, what is wrong with it, what waits for it, what can be done.",
            "Its content may be somebody's data and is not printed; --save writes it to a file that only you can read."
        },
        mixinStandardHelpOptions = true)
final class DeadLettersShowCommand implements Callable<Integer> {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Set<String> OURS =
            Arrays.stream(CloudEventHeader.values()).map(CloudEventHeader::key).collect(Collectors.toSet());

    private final Workplace workplace;

    @Parameters(paramLabel = "ID", description = "As list shows it.")
    private UUID id;

    @Option(names = "--save", paramLabel = "FILE", description = "Write the record's value to this new file.")
    private Path file;

    @Mixin
    private SiteOptions where;

    DeadLettersShowCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws SQLException {
        RepairSite site = where.site(workplace);
        for (Service service : site.services()) {
            try (Connection connection = site.connect(service)) {
                DeadLetterShelf shelf = new DeadLetterShelf(connection);
                Optional<DeadLetter> letter = shelf.find(id);
                if (letter.isPresent()) {
                    print(workplace.console(), service, letter.get());
                    if (file != null) {
                        save(shelf.value(id).orElseThrow(() -> new StackFailed("it has no value: a tombstone")));
                    }
                    return 0;
                }
                switch (shelf.fate(id)) {
                    case DeadLetterShelf.Fate.Handled _ ->
                        throw new StackFailed(id + " is no dead letter any more: " + service + " has handled it");
                    case DeadLetterShelf.Fate.Dropped _ ->
                        throw new StackFailed(id + " is no dead letter any more: it was dropped at " + service);
                    case DeadLetterShelf.Fate.Dead _,
                            DeadLetterShelf.Fate.Waiting _,
                            DeadLetterShelf.Fate.Unknown _ -> {}
                }
            }
        }
        throw new StackFailed("no dead letter is called " + id);
    }

    private static void print(Console console, Service service, DeadLetter letter) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("DEAD LETTER", letter.id().toString()));
        rows.add(List.of("service", service.id()));
        rows.add(List.of(
                "state",
                DeadLettersListCommand.state(letter.state()) + ", could not be handled "
                        + (letter.tries() == 1 ? "once" : letter.tries() + " times") + ", the last time "
                        + Ago.since(letter.diedAt()) + " ago (" + letter.diedAt() + ")"));
        rows.add(List.of("reason", Masked.text(letter.reason())));
        rows.add(List.of(
                "record",
                "%s, partition %d, offset %d, of %s"
                        .formatted(letter.topic(), letter.partition(), letter.offset(), letter.appendedAt())));
        rows.add(List.of("key", letter.key().map(DeadLettersShowCommand::key).orElse("none")));
        rows.add(List.of(
                "version",
                letter.version().isPresent()
                        ? Long.toString(letter.version().getAsLong())
                        : "none: nothing waits for it"));
        rows.add(List.of(
                "behind it",
                letter.behind() == 0 ? "nothing" : Count.of(letter.behind(), "event") + " of the same aggregate"));
        rows.add(List.of(
                "value",
                letter.length().isPresent()
                        ? letter.length().getAsLong() + " bytes, SHA-256 " + letter.digest()
                        : "none: a tombstone"));
        letter.headers()
                .forEach((name, value) -> rows.add(List.of(
                        "header " + Masked.text(name, 60),
                        OURS.contains(name) ? Masked.text(value, 120) : value.length() + " characters")));
        console.table(rows);
        console.blank();
        console.line("  mended what was wrong?  ./sigap dead-letters replay " + letter.id());
        console.line("  it must never be handled?  ./sigap dead-letters drop " + letter.id());
    }

    /** A stranger's key may be anything, a phone number too. */
    private static String key(String key) {
        return ID.matcher(key).matches() ? key : "a text of " + key.length() + " characters";
    }

    private void save(byte[] value) {
        if (Files.exists(file)) {
            throw new StackFailed(file + " is there already");
        }
        PrivateFile.write(file, value);
        workplace.console().line("  saved to " + file + "; delete it when you are done");
    }
}
