package id.sigap.notifier.reply;

import id.sigap.events.operator.ActionReply;
import id.sigap.service.Characters;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a confirmation; it may be left out altogether. The limits are those of an answer by topic.
 *
 * @param doneAt when the network acted; the time of the call if absent
 * @param networkReference the operator's own reference
 */
record Confirmation(
        Optional<Instant> doneAt,

        @Schema(maxLength = ActionReply.LONGEST_REFERENCE)
        Optional<@Characters(max = ActionReply.LONGEST_REFERENCE) String> networkReference) {

    static final Confirmation BARE = new Confirmation(Optional.empty(), Optional.empty());
}
