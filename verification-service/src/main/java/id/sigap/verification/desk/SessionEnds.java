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

/** Ends what is still open of those who have logged out, at whichever replica they did: chats and streams. */
@ApplicationScoped
class SessionEnds {

    private final OpenConnections pages;
    private final DeskSessions sessions;
    private final Map<UniEmitter<? super Void>, String> awaited = new ConcurrentHashMap<>();

    SessionEnds(OpenConnections pages, DeskSessions sessions) {
        this.pages = pages;
        this.sessions = sessions;
    }

    /** @return done once that session has ended. @param session as the cookie holds it */
    Uni<Void> of(String session) {
        return Uni.createFrom().emitter(listener -> {
            awaited.put(listener, session);
            listener.onTermination(() -> awaited.remove(listener));
        });
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        List<WebSocketConnection> chats = pages.stream()
                .filter(page -> page.userData().get(LiveChat.SESSION) != null)
                .toList();
        Map<UniEmitter<? super Void>, String> streams = Map.copyOf(awaited);
        if (chats.isEmpty() && streams.isEmpty()) {
            return;
        }
        Set<String> open =
                sessions.open(Stream.concat(chats.stream().map(SessionEnds::session), streams.values().stream())
                        .toList());
        chats.stream().filter(page -> !open.contains(session(page))).forEach(LiveChat::endWithoutSession);
        streams.forEach((listener, session) -> {
            if (!open.contains(session)) {
                awaited.remove(listener);
                listener.complete(null);
            }
        });
    }

    private static String session(WebSocketConnection page) {
        return page.userData().get(LiveChat.SESSION);
    }
}
