package id.sigap.verification.desk;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/** Closes the chats of those who have logged out, at whichever replica they did. */
@ApplicationScoped
class ChatEnds {

    private final OpenConnections pages;
    private final DeskSessions sessions;

    ChatEnds(OpenConnections pages, DeskSessions sessions) {
        this.pages = pages;
        this.sessions = sessions;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        List<WebSocketConnection> chats = pages.stream()
                .filter(page -> page.userData().get(LiveChat.SESSION) != null)
                .toList();
        if (!chats.isEmpty()) {
            Set<String> open =
                    sessions.open(chats.stream().map(ChatEnds::session).toList());
            chats.stream().filter(page -> !open.contains(session(page))).forEach(LiveChat::endWithoutSession);
        }
    }

    private static String session(WebSocketConnection page) {
        return page.userData().get(LiveChat.SESSION);
    }
}
