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

    /** What can't be stored or shown of it, if there is such. */
    Optional<RefusedReply> unsayable();

    /** Seen, being worked on. */
    record Seen() implements Reply {

        @Override
        public Optional<RefusedReply> unsayable() {
            return Optional.empty();
        }
    }

    /**
     * Done as was asked.
     *
     * @param doneAt when the network acted, as the operator states it; the time of receipt if absent
     * @param networkReference the operator's own reference
     */
    record Done(Optional<Instant> doneAt, Optional<String> networkReference) implements Reply {

        public Done {
            // PostgreSQL keeps microseconds: the same answer given again must compare equal
            doneAt = doneAt.map(at -> at.truncatedTo(ChronoUnit.MICROS));
            // as it is looked up: what a word processor made of its dashes and blanks makes no difference
            networkReference = Words.asKept(networkReference, TypedText::isLine, TypedText::plain);
        }

        @Override
        public Optional<RefusedReply> unsayable() {
            return networkReference
                    .filter(reference -> !TypedText.isLine(reference))
                    .map(_ -> RefusedReply.controlCharacters("networkReference"));
        }
    }

    /**
     * Not done, and why.
     *
     * @param suggestedOperator whose number it is, if known: taken as it was said, also if our directory doesn't know it. The decline is
     *     true without it, and an officer reads it before anybody is asked
     */
    record NotDone(DeclineReason reason, Optional<OperatorCode> suggestedOperator, Optional<String> note)
            implements Reply {

        public NotDone {
            Objects.requireNonNull(reason, "reason");
            note = Words.asKept(note, TypedText::isLines, TypedText::trimmed);
        }

        /** Whether it says both that the number is not that operator's and that it is. */
        boolean suggests(OperatorCode operator) {
            return reason == DeclineReason.NOT_OURS
                    && suggestedOperator.filter(operator::equals).isPresent();
        }

        @Override
        public Optional<RefusedReply> unsayable() {
            return note.filter(words -> !TypedText.isLines(words)).map(_ -> RefusedReply.controlCharacters("note"));
        }
    }

    /** An operator's own words: whichever way they come, the same words compare equal when they come again. */
    final class Words {

        private Words() {}

        /** What can't be stored stays as it came, to be refused. */
        private static Optional<String> asKept(
                Optional<String> text, Predicate<String> storable, UnaryOperator<String> asKept) {
            // words of which nothing is seen are none
            return text.filter(words -> !storable.test(words) || !TypedText.isBlank(words))
                    .map(words -> storable.test(words) ? asKept.apply(words) : words);
        }
    }
}
