package id.sigap.notifier.request;

import id.sigap.events.OperatorCode;
import id.sigap.events.confirmation.DeclineReason;
import id.sigap.text.TypedText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

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
            networkReference = Words.reference("networkReference", networkReference);
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
            note = Words.note("note", note);
        }
    }

    /** An operator's own words: whichever way they come, the same words compare equal when they come again. */
    final class Words {

        private Words() {}

        /** A reference as it is looked up; what a word processor made of its dashes and blanks makes no difference. */
        static Optional<String> reference(String field, Optional<String> text) {
            return checked(field, text, TypedText::isLine, TypedText::plain);
        }

        /** Any number of lines. */
        static Optional<String> note(String field, Optional<String> text) {
            return checked(field, text, TypedText::isLines, TypedText::trimmed);
        }

        private static Optional<String> checked(
                String field, Optional<String> text, Predicate<String> storable, UnaryOperator<String> asKept) {
            if (text.filter(storable.negate()).isPresent()) {
                throw RefusedReply.controlCharacters(field);
            }
            // words of which nothing is seen are none
            return text.filter(words -> !TypedText.isBlank(words)).map(asKept);
        }
    }
}
