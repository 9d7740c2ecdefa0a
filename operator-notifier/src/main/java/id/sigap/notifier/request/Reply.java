package id.sigap.notifier.request;

import id.sigap.events.OperatorCode;
import id.sigap.events.confirmation.DeclineReason;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an operator says to a request, whichever way it comes. */
public sealed interface Reply {

    /** Seen, being worked on. */
    record Seen() implements Reply {}

    /**
     * Done as was asked.
     *
     * @param doneAt when the network acted, as the operator states it; the time of receipt if absent
     * @param networkReference the operator's own reference
     */
    record Done(Optional<Instant> doneAt, Optional<String> networkReference) implements Reply {

        /** @throws RefusedReply if the reference can't be stored or shown */
        public Done {
            // PostgreSQL keeps microseconds: the same answer given again must compare equal
            doneAt = doneAt.map(at -> at.truncatedTo(ChronoUnit.MICROS));
            Text.ofOneLine("networkReference", networkReference);
        }
    }

    /**
     * Not done, and why.
     *
     * @param suggestedOperator whose number it is, if known
     */
    record NotDone(DeclineReason reason, Optional<OperatorCode> suggestedOperator, Optional<String> note)
            implements Reply {

        /** @throws RefusedReply if the note can't be stored or shown */
        public NotDone {
            Objects.requireNonNull(reason, "reason");
            Text.ofAnyLines("note", note);
        }
    }

    /** What may stand in an operator's words. */
    final class Text {

        private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
        private static final Pattern CONTROL_BUT_LINE_ENDS = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

        private Text() {}

        static void ofOneLine(String field, Optional<String> text) {
            refuse(field, text, CONTROL);
        }

        static void ofAnyLines(String field, Optional<String> text) {
            refuse(field, text, CONTROL_BUT_LINE_ENDS);
        }

        private static void refuse(String field, Optional<String> text, Pattern unwanted) {
            if (text.filter(words -> unwanted.matcher(words).find()).isPresent()) {
                throw RefusedReply.controlCharacters(field);
            }
        }
    }
}
