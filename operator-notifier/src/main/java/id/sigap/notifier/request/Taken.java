package id.sigap.notifier.request;

import id.sigap.events.confirmation.ConfirmationEvent;
import java.util.List;
import java.util.Optional;

/** What came of a reply. Whichever it is, the caller journals {@link #events()} and commits. */
public sealed interface Taken {

    /** What there is to journal, in this order. */
    List<ConfirmationEvent> events();

    /** It says something that was not known. */
    record Said(List<ConfirmationEvent> events) implements Taken {

        static Said one(ConfirmationEvent event) {
            return new Said(List.of(event));
        }
    }

    /** It was said before. */
    record NothingNew() implements Taken {

        @Override
        public List<ConfirmationEvent> events() {
            return List.of();
        }
    }

    /**
     * It is no answer.
     *
     * @param fact what the network has done all the same; empty if that changes nothing
     */
    record Refused(RefusedReply why, Optional<ConfirmationEvent> fact) implements Taken {

        static Refused because(RefusedReply why) {
            return new Refused(why, Optional.empty());
        }

        @Override
        public List<ConfirmationEvent> events() {
            return fact.stream().toList();
        }
    }
}
