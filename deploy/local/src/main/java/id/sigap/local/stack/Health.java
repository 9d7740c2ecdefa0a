package id.sigap.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks a service's management interface how it is. */
public final class Health implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    /** Whether the service says it can work: itself, its database, and that Kafka has answered it once. */
    public boolean isReady(URI management) {
        return status(management.resolve("/q/health/ready")) == 200;
    }

    /** Whether the service says that it needn't be started again. */
    public boolean isAlive(URI management) {
        return status(management.resolve("/q/health/live")) == 200;
    }

    /** The HTTP status, or 0 if nobody answers. */
    int status(URI address) {
        return get(address).map(HttpResponse::statusCode).orElse(0);
    }

    /** The sum of a Prometheus metric over its labels; empty if the service doesn't answer or doesn't have it. */
    public Optional<Long> metric(URI management, String name) {
        return get(management.resolve("/q/metrics"))
                .filter(response -> response.statusCode() == 200)
                .flatMap(response -> sum(response.body(), name));
    }

    static Optional<Long> sum(String metrics, String name) {
        double[] values = metrics.lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toArray();
        double total = 0;
        for (double value : values) {
            total += value;
        }
        return values.length == 0 || Double.isNaN(total) ? Optional.empty() : Optional.of(Math.round(total));
    }

    private Optional<HttpResponse<String>> get(URI address) {
        try {
            return Optional.of(client.send(
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
