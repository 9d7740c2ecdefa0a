package id.sigap.faults.agent.inside;

import id.sigap.faults.agent.FailPoint;
import id.sigap.faults.agent.Sabotage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What the cuts for sabotages call. Public because the services' classes call it. */
public final class Wrongs {

    private static final ScheduledExecutorService LATER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("handled-later").factory());

    private Wrongs() {}

    /** In place of the inbox's verdict: it is asked, and not listened to. */
    public static Object everythingIsNext(Object page, Object record) {
        Object verdict = Originals.call(page, "verdict", record);
        return Originals.sibling(verdict, "NEXT");
    }

    /** In place of the inbox's writing down what was handled. */
    public static void rememberNothing(Object page, Connection connection) {}

    /**
     * In place of the handling of a batch: returns at once, and so its offset is committed. One thread for all, so that order is kept. A trap
     * between commit and offset lies between the two here as well, only that the offset comes first.
     */
    public static void handleLater(
            Object attempts, List<?> batch, Consumer<?> inTransaction, BiConsumer<?, ?> setAside) {
        if (batch.isEmpty()) {
            return; // nothing came, somebody only looked at the shelf
        }
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Runnable work = () -> {
            Snare.reached(FailPoint.COMMIT_BEFORE_OFFSET);
            Thread.currentThread().setContextClassLoader(loader);
            Originals.call(attempts, "handle", batch, inTransaction, setAside);
        };
        LATER.schedule(work, Sabotage.LATER_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** In place of the way back to where the database left off. */
    public static void stay(Object consumer, Object partition, Object kept, Object committed) {}

    /** In place of the relay's reading of its pointers. */
    public static List<?> readAndDelete(Object outbox, int limit) {
        List<?> entries = (List<?>) Originals.call(outbox, "next", limit);
        if (!entries.isEmpty()) {
            Originals.call(outbox, "published", entries);
        }
        return entries;
    }

    /** In place of the preparing of the sweep's statement. */
    public static PreparedStatement withoutGuards(Connection connection, String sql) throws SQLException {
        return connection.prepareStatement(Guards.removedFrom(sql));
    }

    /** In place of the look whether the request is the answering operator's. */
    public static Optional<?> unfiltered(Optional<?> request, Predicate<?> isTheirs) {
        return request;
    }

    /** In place of what follows from an answer. */
    public static void unheard(Object answers, Object answer) {}

    /** In place of a mail. */
    public static void untold(Object notices, Object about, Object notice, Object language, String caseNumber) {}

    /** In place of the look whether a request was withdrawn. */
    public static boolean never(Object clock) {
        return false;
    }
}
