package id.sigap.faults.agent.inside;

import id.sigap.faults.agent.Sabotage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
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

    /** In place of the handling of a batch: returns at once, and so the offset is committed. One thread for all, so that order is kept. */
    public static void handleLater(
            Object attempts, List<?> batch, Consumer<?> inTransaction, BiConsumer<?, ?> setAside) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        Runnable work = () -> {
            Thread.currentThread().setContextClassLoader(loader);
            Originals.call(attempts, "handle", batch, inTransaction, setAside);
        };
        LATER.schedule(work, Sabotage.LATER_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** In place of the comparison of Kafka's offsets with those the database knows. */
    public static void trustKafka(Map<?, ?> committed, BiConsumer<?, ?> goBack) {}

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
}
