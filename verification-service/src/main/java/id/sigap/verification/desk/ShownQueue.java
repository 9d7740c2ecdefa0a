package id.sigap.verification.desk;

import id.sigap.phone.Suspect;
import id.sigap.verification.queue.QueueEntry;
import id.sigap.verification.queue.Timeliness;
import java.util.List;
import java.util.Optional;

/**
 * The queue as one officer sees it.
 *
 * @param version of the board it was drawn from; empty where it is not the queue's front, which alone is kept up to date
 * @param writtenAfter decided cases whose reporters wrote something that nobody has read
 * @param total how many cases are open
 * @param next of the page after this; empty on the last
 * @param decides an officer, not only a reader
 */
public record ShownQueue(
        String version,
        List<Row> own,
        List<Row> writtenAfter,
        List<Row> open,
        int total,
        String next,
        boolean decides) {

    public boolean live() {
        return !version.isEmpty();
    }

    /**
     * @param suspect as people read it; empty if none was named
     * @param holder who has it; empty if nobody
     * @param lookers who has its page open now, by account
     * @param timeliness empty once it is decided
     */
    public record Row(
            QueueEntry entry, String suspect, String holder, List<String> lookers, Optional<Timeliness> timeliness) {

        static Row of(QueueEntry entry, List<String> lookers, Optional<Timeliness> timeliness) {
            return new Row(
                    entry,
                    entry.suspect().map(Suspect::shown).orElse(""),
                    entry.claimedBy().orElse(""),
                    lookers,
                    timeliness);
        }

        /** Reports of the number but for this one. */
        public int others() {
            return Math.max(0, entry.reportsOnNumber() - 1);
        }
    }
}
