package id.sigap.verification.desk;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What each session has open at this replica, chats and streams: of each no more than a browser full of tabs needs, and nothing once its owner has
 * logged out, at whichever replica they did.
 */
@ApplicationScoped
class OpenLines {

    /** Of each kind, for one session. */
    static final int MOST = 20;

    private final OpenConnections pages;
    private final DeskSessions sessions;
    private final Map<UniEmitter<? super Void>, String> awaited = new ConcurrentHashMap<>();

    OpenLines(OpenConnections pages, DeskSessions sessions) {
        this.pages = pages;
        this.sessions = sessions;
    }

    /** @return done once that session has ended. @param session as the cookie holds it */
    Uni<Void> untilTheEndOf(String session) {
        return Uni.createFrom().emitter(listener -> {
            awaited.put(listener, session);
            listener.onTermination(() -> awaited.remove(listener));
        });
    }

    /** A session that has so many streams gets no further one. @param session as the cookie holds it */
    boolean hasAllStreams(String session) {
        return awaited.values().stream().filter(session::equals).count() >= MOST;
    }

    /** @param session as the cookie holds it; with a chat that has just been opened */
    boolean hasTooManyChats(String session) {
        return chats().filter(chat -> session(chat).equals(session)).count() > MOST;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        List<WebSocketConnection> chats = chats().toList();
        Map<UniEmitter<? super Void>, String> streams = Map.copyOf(awaited);
        if (chats.isEmpty() && streams.isEmpty()) {
            return;
        }
        Set<String> open =
                sessions.open(Stream.concat(chats.stream().map(OpenLines::session), streams.values().stream())
                        .toList());
        chats.stream().filter(page -> !open.contains(session(page))).forEach(LiveChat::endWithoutSession);
        streams.forEach((listener, session) -> {
            if (!open.contains(session)) {
                awaited.remove(listener);
                listener.complete(null);
            }
        });
    }

    private Stream<WebSocketConnection> chats() {
        return pages.stream().filter(page -> session(page) != null);
    }

    private static String session(WebSocketConnection page) {
        return page.userData().get(LiveChat.SESSION);
    }
}
