package id.sigap.local.actors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** A service's public interface, as one caller uses it. */
public final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HttpClient client;
    private final URI root;
    private final Map<String, String> headers;

    private Api(HttpClient client, URI root, Map<String, String> headers) {
        this.client = client;
        this.root = root;
        this.headers = headers;
    }

    public static Api at(URI root, HttpClient client) {
        return new Api(client, root, Map.of("Accept-Language", "id"));
    }

    /** The same interface with a header on every call, such as a token or a receipt. */
    public Api with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Api(client, root, Map.copyOf(more));
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    /** A move on something that exists; body may be null. */
    public Reply post(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json(body))));
    }

    public Reply upload(String path, String contentType, byte[] bytes) {
        return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofByteArray(bytes)));
    }

    public byte[] download(String path) {
        HttpRequest request = request(path).GET().build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new AssertionError(path + ": expected 200, got " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new AssertionError(path + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path)).timeout(TIMEOUT);
        headers.forEach(request::header);
        return request;
    }

    private Reply send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            return new Reply(request.method() + " " + request.uri().getPath(), response.statusCode(), response.body());
        } catch (IOException e) {
            throw new AssertionError(request.method() + " " + request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String json(Object body) {
        try {
            return body == null ? "{}" : JSON.writeValueAsString(body);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** What came back. */
    public record Reply(String call, int status, String text) {

        /** @throws AssertionError if the status is another */
        public Reply expect(int expected) {
            if (status != expected) {
                throw new AssertionError("%s: expected %d, got %d %s".formatted(call, expected, status, text));
            }
            return this;
        }

        public JsonNode json() {
            try {
                return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
            } catch (IOException e) {
                throw new AssertionError(call + ": not JSON: " + text, e);
            }
        }

        public String text(String field) {
            return json().path(field).asText();
        }
    }
}
