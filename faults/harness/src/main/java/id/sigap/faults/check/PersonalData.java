package id.sigap.faults.check;

import id.sigap.faults.check.snapshot.Database;
import id.sigap.faults.check.snapshot.Mail;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.check.snapshot.TopicRecord;
import id.sigap.faults.history.History;
import id.sigap.local.service.Service;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * F: what citizens wrote stands nowhere in clear: on no topic, in no database (the vault's holds it sealed), in no log, in no mail but as the
 * reporter's own address. The search is proven: what is known to be in each place must be found there by the same eyes.
 */
final class PersonalData implements Rule {

    private static final int MOST_TOLD = 5;

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.F);
        Canaries canaries = Canaries.of(history);
        snapshot.topics().forEach((topic, records) -> {
            Search search = new Search("topic " + topic, canaries, known(records), found);
            records.forEach(record -> read(record, search));
            search.isProven();
        });
        snapshot.databases().forEach((service, database) -> {
            Search search = new Search("database of " + service, canaries, known(service, database), found);
            database.tables().forEach((table, rows) -> rows.forEach(row -> read(table, row, search)));
            search.isProven();
        });
        snapshot.logs().forEach((name, log) -> {
            Search search = new Search("log " + name, canaries, firstWords(log), found);
            read(log, search);
            search.isProven();
        });
        Search mails = new Search(
                "mailbox",
                canaries,
                snapshot.mails().stream().map(Mail::subject).findFirst().orElse(""),
                found);
        snapshot.mails().forEach(mail -> {
            mails.look(mail.subject(), "subject");
            mails.look(mail.text(), "text");
        });
        mails.isProven();
        return found.list();
    }

    /** A place being searched, with something that is known to be there. */
    private static final class Search {

        private final String where;
        private final Canaries canaries;
        private final Canaries proof;
        private final Findings found;
        private boolean proven;
        private int told;

        Search(String where, Canaries canaries, String known, Findings found) {
            this.where = where;
            this.canaries = canaries;
            this.proof = new Canaries(Map.of(known, "known"));
            this.found = found;
        }

        void look(String text, String place) {
            if (text == null) {
                return;
            }
            proven = proven || !proof.in(text).isEmpty();
            for (String canary : canaries.in(text)) {
                if (told++ < MOST_TOLD) {
                    found.add("the %s stands in clear in the %s".formatted(canary, where), where, place);
                }
            }
        }

        void look(byte[] bytes, String place) {
            if (bytes != null) {
                look(new String(bytes, StandardCharsets.UTF_8), place);
            }
        }

        void isProven() {
            found.unless(
                    proven || proof.isEmpty(),
                    "the search is blind: it does not find what is known to be there",
                    where);
        }
    }

    private static String known(List<TopicRecord> records) {
        return records.stream()
                .filter(record -> record.value() != null)
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .reduce("", (_, later) -> later);
    }

    private static String known(Service service, Database database) {
        return database.journal().isEmpty() ? "" : database.journal().getLast().subject();
    }

    private static void read(TopicRecord record, Search search) {
        search.look(record.key(), record.place());
        search.look(record.value(), record.place());
        search.look(String.join("", record.headers().values()), record.place());
    }

    private static void read(String table, Row row, Search search) {
        for (Object value : row.columns().values()) {
            switch (value) {
                case byte[] bytes -> search.look(bytes, table);
                case String text -> search.look(text, table);
                case List<?> list -> list.forEach(element -> search.look(element.toString(), table));
                case null, default -> {}
            }
        }
    }

    private static String firstWords(Path log) {
        StringBuilder words = new StringBuilder();
        lines(log, (number, line) -> {
            if (words.isEmpty()) {
                words.append(line.strip());
            }
        });
        return words.toString();
    }

    private static void read(Path log, Search search) {
        lines(log, (number, line) -> search.look(line, "line " + number));
    }

    /** Whatever a killed process left in it: bytes that are no text are passed over, not refused. */
    private static void lines(Path log, BiConsumer<Integer, String> each) {
        try (var lines = new BufferedReader(new InputStreamReader(Files.newInputStream(log), StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line; (line = lines.readLine()) != null; ) {
                each.accept(++number, line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
