package id.sigap.faults.check.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.faults.check.snapshot.CaseSeal.Sealed;
import id.sigap.local.stack.Stack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens what the vault keeps sealed, as whoever holds the master key can. */
final class VaultReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Path folder;
    private final Map<String, CaseSeal> seals = new HashMap<>();

    private VaultReader(Stack stack, Database database) {
        this.database = database;
        this.folder = stack.folder().data().resolve("evidence");
        for (Row key : database.table("case_key")) {
            CaseSeal.unwrap(key, stack.secrets().vaultMasterKey())
                    .ifPresent(seal -> seals.put(key.text("case_id"), seal));
        }
    }

    static Vault read(Stack stack, Database database) {
        return new VaultReader(stack, database).read();
    }

    private Vault read() {
        List<Blob> files = files();
        return new Vault(
                people(),
                texts("report", "id", "id", "narrative", _ -> "narrative"),
                texts("appeal", "id", "id", "statement", _ -> "statement"),
                texts("message", "id", "report", "text", row -> "message/" + row.number("sequence")),
                evidence(files),
                files);
    }

    private Map<String, Vault.Person> people() {
        Map<String, Vault.Person> people = new HashMap<>();
        texts("person", "case_id", "case_id", "sealed", _ -> "person").forEach((id, json) -> {
            try {
                JsonNode person = JSON.readTree(json);
                people.put(
                        id,
                        new Vault.Person(
                                person.path("name").asText(),
                                person.path("email").asText(),
                                person.path("mobile").asText()));
            } catch (IOException _) {
                // absent, as what can't be opened
            }
        });
        return people;
    }

    private interface Place {
        String of(Row row);
    }

    private Map<String, String> texts(String table, String id, String caseId, String column, Place place) {
        Map<String, String> texts = new HashMap<>();
        for (Row row : database.table(table)) {
            Optional.ofNullable(seals.get(row.text(caseId)))
                    .flatMap(seal -> seal.open(new Sealed(place.of(row), row.bytes(column))))
                    .ifPresent(text -> texts.put(row.text(id), text));
        }
        return texts;
    }

    private Map<String, Content> evidence(List<Blob> files) {
        Map<String, Content> evidence = new HashMap<>();
        List<String> names = files.stream().map(Blob::name).toList();
        for (Row row : database.table("evidence")) {
            String id = row.text("id");
            if (names.contains(id)) {
                CaseSeal seal = seals.get(row.text("case_id"));
                evidence.put(
                        id,
                        seal == null
                                ? new Content.Unreadable("the case's key can't be opened")
                                : seal.open("evidence/" + id, folder.resolve(id)));
            }
        }
        return evidence;
    }

    /** What lies in quarantine, and the store's mark, are no blobs that count. */
    private List<Blob> files() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        List<Blob> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)
                    .filter(path -> !path.endsWith("belongs-to-database"))::iterator) {
                files.add(new Blob(
                        path.getFileName().toString(),
                        Files.size(path),
                        Files.getLastModifiedTime(path).toInstant()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }
}
