package id.sigap.faults.check;

import id.sigap.events.EventType;
import id.sigap.faults.check.snapshot.Database;
import id.sigap.faults.check.snapshot.Entry;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.History;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** G: in every journal each subject's entries are numbered from 1 without gaps, and each hash is that of its entry and the one before. */
final class AuditChain implements Rule {

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        List<Finding> found = new ArrayList<>();
        for (Database database : snapshot.databases().values()) {
            Entry before = null;
            for (Entry entry : database.journal()) {
                boolean first = before == null || !before.subject().equals(entry.subject());
                link(first ? null : before, entry, found);
                before = entry;
            }
        }
        return found;
    }

    private static void link(Entry before, Entry entry, List<Finding> found) {
        long expected = before == null ? 1 : before.version() + 1;
        if (entry.version() != expected) {
            found.add(finding(entry, "expected version " + expected + " and found " + entry.version()));
        } else if (!Arrays.equals(before == null ? null : before.hash(), entry.previousHash())) {
            found.add(finding(entry, "does not go on from the hash of the entry before it"));
        }
        if (!Arrays.equals(HashChain.hash(entry), entry.hash())) {
            found.add(finding(entry, "the hash is not that of what stands there"));
        }
        if (EventType.named(entry.type()).isPresent() && entry.event().isEmpty()) {
            found.add(finding(entry, "the payload is not a " + entry.type()));
        }
    }

    private static Finding finding(Entry entry, String what) {
        return new Finding(
                Invariant.G,
                "journal of %s, version %d: %s".formatted(entry.service(), entry.version(), what),
                List.of(entry.subject(), entry.id()));
    }
}
