package id.sigap.notifier.reply;

import id.sigap.events.confirmation.DeclineReason;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;

/**
 * The body of a decline.
 *
 * @param suggestedOperator whose number it is, if known
 * @param note anything a person should read
 */
record Decline(
        @NotNull DeclineReason reason,
        Optional<@Pattern(regexp = "[A-Z][A-Z0-9]{1,19}") String> suggestedOperator,
        Optional<@Size(max = 500) String> note) {}
