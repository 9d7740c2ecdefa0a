package id.sigap.notifier.reply;

import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;

/**
 * The body of a confirmation; it may be left out altogether.
 *
 * @param doneAt when the network acted; the time of the call if absent
 * @param networkReference the operator's own reference
 */
record Confirmation(Optional<Instant> doneAt, Optional<@Size(max = 100) String> networkReference) {

    static final Confirmation BARE = new Confirmation(Optional.empty(), Optional.empty());
}
