package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;

import id.sigap.faults.check.snapshot.Blob;
import id.sigap.faults.check.snapshot.Content;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.History;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** H: every row of evidence has its blob, which opens and is the file that was sent, and what is made of it has one; every blob has its row, or is young. */
final class EvidenceBlobs implements Rule {

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.H);
        List<Row> rows = snapshot.table(INTAKE, "evidence");
        for (Row row : rows) {
            Content content = snapshot.vault().evidence().get(row.text("id"));
            switch (content) {
                case null -> found.add("evidence has a row and no blob", row.text("case_id"), row.text("id"));
                case Content.Unreadable(String why) ->
                    found.add("evidence can't be opened: " + why, row.text("case_id"), row.text("id"));
                case Content.Opened(String sha256, long bytes) ->
                    found.unless(
                            sha256.equals(row.text("sha256")) && bytes == row.number("size_bytes"),
                            "the row says %s and %d bytes, the blob has %s and %d bytes"
                                    .formatted(row.text("sha256"), row.number("size_bytes"), sha256, bytes),
                            row.text("case_id"),
                            row.text("id"));
            }
        }
        List<Row> made = snapshot.table(INTAKE, "derivative").stream()
                .filter(row -> row.has("blob"))
                .toList();
        Set<String> files = snapshot.vault().files().stream().map(Blob::name).collect(Collectors.toSet());
        made.forEach(row -> found.unless(
                files.contains(row.text("blob")),
                "what is shown of evidence has a row and no blob",
                row.text("evidence"),
                row.text("blob")));
        Set<String> named = Stream.concat(
                        rows.stream().map(row -> row.text("id")), made.stream().map(row -> row.text("blob")))
                .collect(Collectors.toSet());
        for (Blob blob : snapshot.vault().files()) {
            found.unless(
                    named.contains(blob.name())
                            || blob.modifiedAt()
                                    .plus(expectations.orphansSwept())
                                    .isAfter(snapshot.takenAt()),
                    "a blob of %s has no row and was not swept".formatted(blob.modifiedAt()),
                    blob.name());
        }
        return found.list();
    }
}
