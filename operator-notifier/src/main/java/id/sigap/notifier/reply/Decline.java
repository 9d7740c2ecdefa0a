package id.sigap.notifier.reply;

import id.sigap.events.confirmation.DeclineReason;
import id.sigap.events.operator.ActionReply;
import id.sigap.service.Characters;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The body of a decline. The limits are those of an answer by topic.
 *
 * @param suggestedOperator whose number it is, if known
 * @param note anything a person should read
 */
record Decline(
        @NotNull DeclineReason reason,
        Optional<@Pattern(regexp = "[A-Z][A-Z0-9]{1,19}") String> suggestedOperator,

        @Schema(maxLength = ActionReply.LONGEST_NOTE)
        Optional<@Characters(max = ActionReply.LONGEST_NOTE) String> note) {}
