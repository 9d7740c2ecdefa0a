package id.sigap.bench.chat;

import id.sigap.bench.load.Web;
import id.sigap.bench.measure.Latencies;
import id.sigap.bench.measure.OpenLoop;
import id.sigap.local.StackFailed;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Open sockets to one server, and how long it takes to answer a message on any of them. */
final class Sockets implements AutoCloseable {

    private static final int OPENED_AT_ONCE = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern CLIENT_ID = Pattern.compile("\"clientId\":\"m(\\d+)\"");
    private static final String MESSAGE = """
            {"type":"message","clientId":"m%d","text":"Mereka meminta saya mengirim kode yang masuk lewat SMS, lalu \
            menelepon lagi dari nomor yang sama."}""";

    private final WebSocketClient client;
    private final String answer;
    private final List<WebSocket> open = new ArrayList<>();
    private final Map<Long, Long> due = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();
    private final AtomicInteger next = new AtomicInteger();
    private volatile Latencies latencies = new Latencies();

    /** @param answer what the text of a frame contains that answers a message */
    Sockets(Web web, int most, String answer) {
        this.client = web.vertx().createWebSocketClient(new WebSocketClientOptions().setMaxConnections(most));
        this.answer = answer;
    }

    /** @param hellos the first frame of each socket; empty for none */
    void open(URI address, List<String> hellos) {
        for (int from = 0; from < hellos.size(); from += OPENED_AT_ONCE) {
            List<Future<WebSocket>> some = hellos.subList(from, Math.min(hellos.size(), from + OPENED_AT_ONCE)).stream()
                    .map(hello -> open(address, hello))
                    .toList();
            some.forEach(socket -> open.add(join(socket)));
        }
    }

    /** Completes when the server has answered the hello. */
    private Future<WebSocket> open(URI address, String hello) {
        var options = new WebSocketConnectOptions()
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setURI(address.getPath());
        return client.connect(options).compose(socket -> {
            if (hello.isEmpty()) {
                socket.textMessageHandler(this::received);
                return Future.succeededFuture(socket);
            }
            var welcomed = Promise.<WebSocket>promise();
            socket.textMessageHandler(text -> {
                if (text.contains("\"welcome\"")) {
                    socket.textMessageHandler(this::received);
                    welcomed.complete(socket);
                } else {
                    welcomed.fail(text);
                }
            });
            return socket.writeTextMessage(hello).compose(_ -> welcomed.future());
        });
    }

    private void received(String text) {
        if (text.contains(answer)) {
            Matcher id = CLIENT_ID.matcher(text);
            Long since = id.find() ? due.remove(Long.parseLong(id.group(1))) : null;
            if (since != null) {
                latencies.add(System.nanoTime() - since);
            }
        }
    }

    /** Messages at a fixed rate, one socket after the other. */
    Latencies chat(double perSecond, Duration time) {
        latencies = new Latencies();
        OpenLoop.run(perSecond, time, since -> {
            long message = count.getAndIncrement();
            due.put(message, since);
            open.get(next.getAndIncrement() % open.size()).writeTextMessage(MESSAGE.formatted(message));
        });
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!due.isEmpty()) {
            if (Instant.now().isAfter(deadline)) {
                throw new StackFailed(due.size() + " messages were not answered");
            }
            LockSupport.parkNanos(1_000_000);
        }
        return latencies;
    }

    /** Closes all of them. */
    void hangUp() {
        open.stream().map(WebSocket::close).toList().forEach(Sockets::join);
        open.clear();
    }

    @Override
    public void close() {
        hangUp();
    }

    private static <T> T join(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
