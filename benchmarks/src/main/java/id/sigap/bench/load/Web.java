package id.sigap.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * HTTP as cheap as it gets, so that the one who measures takes little from the measured. A service with too much to do answers 503 and says
 * when to come back; who asks here does come back, and the wait counts as time the service took.
 */
public final class Web implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(15);
    private static final int UNAVAILABLE = 503;
    /** A service that asks this often to come back later is not busy but broken. */
    private static final int COMES_BACK = 24;

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2));
    private final HttpClient client;

    /** @param connections kept open to each server, at the most */
    public Web(int connections) {
        client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAlive(true).setTcpNoDelay(true),
                new PoolOptions().setHttp1MaxSize(connections));
    }

    /** Fails unless the status is as expected. */
    public Future<Buffer> post(URI address, Map<String, String> headers, Buffer body, int expected) {
        return send(HttpMethod.POST, address, headers, body, expected);
    }

    public Future<JsonObject> post(URI address, Map<String, String> headers) {
        return post(address, headers, Buffer.buffer(), 200).map(Buffer::toJsonObject);
    }

    private Future<Buffer> send(
            HttpMethod method, URI address, Map<String, String> headers, Buffer body, int expected) {
        var request = new RequestOptions()
                .setMethod(method)
                .setHost(address.getHost())
                .setPort(address.getPort())
                .setURI(address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()))
                .setTimeout(TIMEOUT.toMillis());
        headers.forEach(request::putHeader);
        return send(request, body, expected, COMES_BACK);
    }

    private Future<Buffer> send(RequestOptions request, Buffer body, int expected, int comesBack) {
        return client.request(request).compose(open -> open.send(body)).compose(response -> response.body()
                .compose(answer -> {
                    if (response.statusCode() == expected) {
                        return Future.succeededFuture(answer);
                    }
                    String later = response.getHeader(HttpHeaders.RETRY_AFTER);
                    if (response.statusCode() == UNAVAILABLE && later != null && comesBack > 0) {
                        return vertx.timer(Long.parseLong(later), TimeUnit.SECONDS)
                                .compose(_ -> send(request, body, expected, comesBack - 1));
                    }
                    return Future.failedFuture("%s: expected %d, got %d %s"
                            .formatted(request.getURI(), expected, response.statusCode(), answer));
                }));
    }

    /** The same engine, for what needs other protocols. */
    public Vertx vertx() {
        return vertx;
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
