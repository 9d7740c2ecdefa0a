package id.sigap.verification.desk;

import id.sigap.service.Refusal;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
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
    /** Each stream's end, and its session. */
    private final Map<CompletableFuture<Void>, String> streams = new ConcurrentHashMap<>();

    OpenLines(OpenConnections pages, DeskSessions sessions) {
        this.pages = pages;
        this.sessions = sessions;
    }

    /**
     * A stream begins.
     *
     * @param session as the cookie holds it
     * @return done once that session has ended; to be listened to as long as the stream goes on
     * @throws Refusal 429 if the session has so many already
     */
    Uni<Void> untilTheEndOf(String session) {
        var end = new CompletableFuture<Void>();
        synchronized (streams) { // those that are opened at once are counted one after the other
            if (streams.values().stream().filter(session::equals).count() >= MOST) {
                throw new Refusal(Status.TOO_MANY_REQUESTS, "too-many-open");
            }
            streams.put(end, session);
        }
        return Uni.createFrom().completionStage(end).onTermination().invoke(() -> streams.remove(end));
    }

    /** @param session as the cookie holds it; with a chat that has just been opened */
    boolean hasTooManyChats(String session) {
        return chats().filter(chat -> session(chat).equals(session)).count() > MOST;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        List<WebSocketConnection> chats = chats().toList();
        Map<CompletableFuture<Void>, String> streaming = Map.copyOf(streams);
        if (chats.isEmpty() && streaming.isEmpty()) {
            return;
        }
        Set<String> open =
                sessions.open(Stream.concat(chats.stream().map(OpenLines::session), streaming.values().stream())
                        .toList());
        chats.stream().filter(page -> !open.contains(session(page))).forEach(LiveChat::endWithoutSession);
        streaming.forEach((end, session) -> {
            if (!open.contains(session)) {
                streams.remove(end);
                end.complete(null);
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
