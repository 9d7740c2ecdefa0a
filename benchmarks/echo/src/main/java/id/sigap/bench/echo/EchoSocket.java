package id.sigap.bench.echo;

import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.smallrye.common.annotation.Blocking;

/** Says what it hears, on a worker thread as the chat does. */
@WebSocket(path = "/echo")
class EchoSocket {

    @OnTextMessage
    @Blocking
    String heard(String text) {
        return text;
    }
}
