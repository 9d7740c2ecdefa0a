package id.sigap.reliable;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Hands over what waits on the shelf once its turn has come: one transaction each, as one that fails must not undo what let it in. */
@ApplicationScoped
class ShelfKeeper {

    private static final Logger LOG = Logger.getLogger(ShelfKeeper.class);

    private final CurrentTransaction transaction;
    private final Attempts attempts;
    private final DeadLetters deadLetters;

    ShelfKeeper(CurrentTransaction transaction, Attempts attempts, DeadLetters deadLetters) {
        this.transaction = transaction;
        this.attempts = attempts;
        this.deadLetters = deadLetters;
    }

    /** @param handler of a record alone; the reason it gives, or what it throws, makes a dead letter of it */
    void handleDue(Predicate<String> topics, Function<RawRecord, Optional<String>> handler) {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = false;
            for (Shelf.Shelved waiting : due(topics)) {
                goesOn |= handle(waiting, handler);
            }
        }
    }

    /** False if it stays where it is: another replica holds it. */
    private boolean handle(Shelf.Shelved waiting, Function<RawRecord, Optional<String>> handler) {
        AtomicBoolean held = new AtomicBoolean(true);
        attempts.handle(
                List.of(waiting),
                _ -> transaction.run(connection -> {
                    Shelf shelf = new Shelf(connection);
                    held.set(shelf.hold(waiting));
                    if (held.get()) {
                        Optional<String> refusal = handler.apply(waiting.record());
                        if (refusal.isPresent()) {
                            deadLetters.add(waiting, refusal.get());
                        } else {
                            shelf.settle(waiting);
                        }
                    }
                }),
                (_, failure) -> deadLetters.add(waiting, DeadLetters.reason(failure)));
        return held.get();
    }

    private List<Shelf.Shelved> due(Predicate<String> topics) {
        if (attempts.areOver()) {
            return List.of();
        }
        try {
            return transaction.ask(connection -> {
                Shelf shelf = new Shelf(connection);
                List<Shelf.Shelved> due = new ArrayList<>();
                for (String topic : shelf.topics()) {
                    if (topics.test(topic)) {
                        due.addAll(shelf.due(topic));
                    }
                }
                return due;
            });
        } catch (DatabaseFailure e) {
            LOG.warnf("could not look at the shelf, the next look does: %s", e.getMessage());
            return List.of();
        }
    }
}
