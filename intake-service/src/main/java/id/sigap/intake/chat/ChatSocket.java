package id.sigap.intake.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.intake.chat.Message.MessageView;
import id.sigap.service.Refusal;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The chat's address. A socket says hello with a receipt or a token in its first frame, never in the address. */
@WebSocket(path = "/api/v1/chat")
class ChatSocket {

    /** RFC 6455's code for a policy violation. */
    static final int REFUSED = 1008;

    private static final Logger LOG = Logger.getLogger(ChatSocket.class);
    private static final TypedKey<Seat> SEAT = new TypedKey<>("seat");
    private static final TypedKey<Pace> PACE = new TypedKey<>("pace");

    private final Doorkeeper door;
    private final Conversations conversations;
    private final Rooms rooms;
    private final ChatConfig config;
    private final ObjectMapper json;
    private final Clock clock;
    private final Vertx vertx;

    ChatSocket(
            Doorkeeper door,
            Conversations conversations,
            Rooms rooms,
            ChatConfig config,
            ObjectMapper json,
            Clock clock,
            Vertx vertx) {
        this.door = door;
        this.conversations = conversations;
        this.rooms = rooms;
        this.config = config;
        this.json = json;
        this.clock = clock;
        this.vertx = vertx;
    }

    @OnOpen
    @Blocking
    void opened(WebSocketConnection socket) {
        socket.userData().put(PACE, new Pace(config.frames(), config.window(), clock));
        vertx.setTimer(config.helloTimeout().toMillis(), _ -> {
            if (socket.isOpen() && seat(socket).isEmpty()) {
                close(socket, "hello-expected");
            }
        });
    }

    @OnTextMessage
    @Blocking
    void received(String text, WebSocketConnection socket) {
        Pace pace = socket.userData().get(PACE);
        if (pace.isIgnored()) { // what waited behind the frame that ended it
            return;
        }
        if (!pace.allows()) {
            slow(socket, pace);
            return;
        }
        try {
            ClientFrame frame = json.readValue(text, ClientFrame.class);
            if (frame == null) { // the JSON null
                fault(socket, "bad-frame", Optional.empty());
                return;
            }
            seat(socket).ifPresentOrElse(seat -> seated(seat, frame, socket), () -> arriving(frame, socket));
        } catch (JsonProcessingException _) {
            fault(socket, "bad-frame", Optional.empty());
        }
    }

    /** Each answer to somebody who doesn't read them would be kept for ever. */
    private void slow(WebSocketConnection socket, Pace pace) {
        if (pace.isIgnored()) {
            close(socket, "too-fast");
        } else {
            fault(socket, "too-fast", Optional.empty());
        }
    }

    /** Frames that together are larger than any message: Vert.x says it so, and nothing of ours is broken. */
    @OnError
    void tooLarge(IllegalStateException failure, WebSocketConnection socket) {
        LOG.infof("chat socket closed why=%s", failure.getMessage());
        close(socket, "too-large");
    }

    @OnClose
    @Blocking
    void closed(WebSocketConnection socket) {
        seat(socket).ifPresent(rooms::leave);
    }

    private void arriving(ClientFrame frame, WebSocketConnection socket) {
        switch (frame) {
            case ClientFrame.Hello hello -> welcome(hello, socket);
            case ClientFrame.Say _, ClientFrame.Typing _, ClientFrame.Seen _ -> close(socket, "hello-expected");
        }
    }

    private void welcome(ClientFrame.Hello hello, WebSocketConnection socket) {
        try {
            Doorkeeper.Admission admission = door.admit(hello, socket);
            Seat seat = admission.seat();
            // first into the room, then what was missed: nothing said in between is lost, and nothing is shown twice
            rooms.enter(seat, admission.welcome());
            socket.userData().put(SEAT, seat);
            if (!socket.isOpen()) { // it closed before it was known whose it is
                rooms.leave(seat);
                return;
            }
            seat.catchUp();
            conversations.tellHowFarRead(seat);
        } catch (Refusal refusal) {
            fault(socket, refusal.code(), Optional.empty());
            close(socket, refusal.code());
        } catch (RuntimeException e) {
            LOG.warnf("chat hello failed why=%s", e.getClass().getSimpleName());
            fault(socket, "unavailable", Optional.empty());
            close(socket, "unavailable");
        }
    }

    private void seated(Seat seat, ClientFrame frame, WebSocketConnection socket) {
        if (!door.stillAdmits(seat)) {
            return;
        }
        switch (frame) {
            case ClientFrame.Hello _ -> fault(socket, "bad-frame", Optional.empty());
            case ClientFrame.Say say -> post(seat, say, socket);
            case ClientFrame.Typing _ ->
                rooms.tellOthers(
                        seat, other -> other.send(new Frame.Typing(seat.writer().author())));
            case ClientFrame.Seen seen ->
                conversations.read(seat.report(), seat.writer().author(), seen.seq());
        }
    }

    private void post(Seat seat, ClientFrame.Say say, WebSocketConnection socket) {
        try {
            MessageView stored = conversations.post(seat.report(), seat.writer(), say.text(), say.clientId());
            seat.send(new Frame.Ack(stored.clientId(), stored.id(), stored.seq(), stored.at()));
        } catch (Refusal refusal) {
            fault(socket, refusal.code(), say.clientId());
        } catch (RuntimeException e) {
            LOG.warnf(
                    "chat message not stored report=%s why=%s",
                    seat.report(), e.getClass().getSimpleName());
            fault(socket, "unavailable", say.clientId());
        }
    }

    private void fault(WebSocketConnection socket, String code, Optional<String> clientId) {
        try {
            String text = json.writerFor(Frame.class).writeValueAsString(new Frame.Fault(code, clientId));
            // not waited for: a socket that is gone needs no answer
            socket.sendText(text).subscribe().with(_ -> {}, _ -> {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("every frame can be written", e);
        }
    }

    private static void close(WebSocketConnection socket, String reason) {
        socket.close(new CloseReason(REFUSED, reason)).subscribe().with(_ -> {}, _ -> {});
    }

    private static Optional<Seat> seat(WebSocketConnection socket) {
        return Optional.ofNullable(socket.userData().get(SEAT));
    }
}
