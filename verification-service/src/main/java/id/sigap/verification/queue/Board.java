package id.sigap.verification.queue;

import id.sigap.service.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What hangs on the wall for all officers at once: the front of the queue and who is at what.
 *
 * @param version another one whenever anything on it is another
 * @param front the first page of open cases
 * @param writtenAfter the first of the decided cases whose reporters wrote something that nobody has read
 * @param held the open cases of each officer who has some, by account
 * @param open how many cases are open in all
 * @param lookers who looks at which case now
 */
public record Board(
        String version,
        Page<QueueEntry> front,
        List<QueueEntry> writtenAfter,
        Map<String, List<QueueEntry>> held,
        int open,
        Map<UUID, List<String>> lookers) {

    public List<QueueEntry> heldBy(String officer) {
        return held.getOrDefault(officer, List.of());
    }
}
