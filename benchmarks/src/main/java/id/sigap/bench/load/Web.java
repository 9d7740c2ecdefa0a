package id.sigap.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** HTTP as cheap as it gets, so that the one who measures takes little from the measured. */
public final class Web implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(15);

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
        return client.request(request).compose(open -> open.send(body)).compose(response -> response.body()
                .compose(answer -> response.statusCode() == expected
                        ? Future.succeededFuture(answer)
                        : Future.failedFuture("%s: expected %d, got %d %s"
                                .formatted(address, expected, response.statusCode(), answer))));
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
