package id.sigap.verification.desk;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * What goes out to an officer's page. The vault's frames come as fast as the vault sends them; what the page doesn't read waits here, in memory: so
 * not much may, and not for long. A page that is hung up on comes back by itself and says what it has seen.
 */
final class PageWire {

    /** Frames on their way to one page. */
    static final int MOST_ON_THEIR_WAY = 200;

    /** For one frame to go out, as the vault has it. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Logger LOG = Logger.getLogger(PageWire.class);
    /** The IANA registry: try again later. */
    private static final int LATER = 1013;

    private final WebSocketConnection page;
    private final Duration patience;
    private final Runnable hangUp;
    private final AtomicInteger onTheirWay = new AtomicInteger();

    /** @param hangUp on a page that reads nothing, a word of farewell neither */
    PageWire(WebSocketConnection page, Duration patience, Runnable hangUp) {
        this.page = page;
        this.patience = patience;
        this.hangUp = hangUp;
    }

    void send(String frame) {
        if (!page.isOpen()) {
            return;
        }
        if (onTheirWay.incrementAndGet() > MOST_ON_THEIR_WAY) {
            onTheirWay.decrementAndGet();
            hangUp();
            return;
        }
        page.sendText(frame)
                .ifNoItem()
                .after(patience)
                .fail()
                .onTermination()
                .invoke(onTheirWay::decrementAndGet)
                .subscribe()
                .with(_ -> {}, _ -> hangUp()); // of a page that is gone nothing is left to hang up
    }

    private void hangUp() {
        if (page.isOpen()) {
            LOG.info("chat socket closed why=unread");
            page.close(new CloseReason(LATER, "unread")).subscribe().with(_ -> {}, _ -> {});
            hangUp.run();
        }
    }
}
