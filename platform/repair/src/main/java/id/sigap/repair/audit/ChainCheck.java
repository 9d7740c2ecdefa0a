package id.sigap.repair.audit;

import id.sigap.journal.JournalEntry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Follows the chains of one journal, entry by entry in the order of subject and version, and remembers no more than the entry before.
 * <p>An entry <i>holds</i> if its content and its note of the hash before it make its hash; two entries are <i>linked</i> if that note
 * is the hash of the entry before. A change breaks the first, unless its author made a new hash for it: then it breaks the second.
 */
final class ChainCheck {

    /** How far from its place a moved entry is looked for, and how many times at the most: it costs a hash each. */
    private static final int NEIGHBOURHOOD = 100;

    private static final int SEARCHES = 1_000;

    private final String journal;
    private JournalEntry before;
    private boolean beforeHolds;
    private long entries;
    private long chains;
    private int searches;

    ChainCheck(String journal) {
        this.journal = journal;
    }

    long entries() {
        return entries;
    }

    long chains() {
        return chains;
    }

    /** @return what is wrong here, or with the entry before */
    List<Finding> next(JournalEntry entry) {
        boolean first = before == null || !before.subject().equals(entry.subject());
        long expected = first ? 1 : before.version() + 1;
        boolean gap = entry.version() > expected;
        boolean holds = Arrays.equals(entry.hashAfter(entry.previousHash()), entry.hash());
        List<Finding> findings = new ArrayList<>(1);
        if (gap) {
            findings.add(missing(entry, expected));
        }
        if (!holds) {
            findings.add(broken(entry, first || gap ? Optional.empty() : Optional.of(before)));
        } else if (!first && !gap && beforeHolds && !isLinked(entry)) {
            findings.add(found(
                    before,
                    Finding.Kind.CHANGED,
                    "rewritten together with its hash: version %d was written after another one"
                            .formatted(entry.version())));
        }
        entries++;
        chains += first ? 1 : 0;
        before = entry;
        beforeHolds = holds;
        return findings;
    }

    private boolean isLinked(JournalEntry entry) {
        return Arrays.equals(entry.previousHash().orElse(null), before.hash());
    }

    private Finding missing(JournalEntry entry, long expected) {
        String how = expected == 1
                ? "the chain begins with version " + entry.version()
                : "nothing stands between versions %d and %d".formatted(expected - 1, entry.version());
        return new Finding(
                journal, entry.subject(), expected, entry.version() - 1, Optional.empty(), Finding.Kind.DELETED, how);
    }

    private Finding broken(JournalEntry entry, Optional<JournalEntry> predecessor) {
        if (predecessor
                .filter(it -> Arrays.equals(entry.hashAfter(Optional.of(it.hash())), entry.hash()))
                .isPresent()) {
            return found(entry, Finding.Kind.CHANGED, "its note of the hash before it was changed");
        }
        OptionalLong written = writtenAs(entry);
        return written.isPresent()
                ? found(entry, Finding.Kind.REORDERED, "it was written as version " + written.getAsLong())
                : found(entry, Finding.Kind.CHANGED, "its content doesn't make its hash");
    }

    private OptionalLong writtenAs(JournalEntry entry) {
        if (searches++ >= SEARCHES) {
            return OptionalLong.empty();
        }
        return LongStream.rangeClosed(Math.max(1, entry.version() - NEIGHBOURHOOD), entry.version() + NEIGHBOURHOOD)
                .filter(version -> Arrays.equals(entry.hashAs(version, entry.previousHash()), entry.hash()))
                .findFirst();
    }

    private Finding found(JournalEntry entry, Finding.Kind kind, String how) {
        return new Finding(
                journal, entry.subject(), entry.version(), entry.version(), Optional.of(entry.id()), kind, how);
    }
}
