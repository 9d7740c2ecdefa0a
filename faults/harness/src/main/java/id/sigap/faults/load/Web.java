package id.sigap.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A service as one of its clients reaches it: the next call goes to the next replica, and an answer may not come. */
final class Web {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final HttpClient client;
    private final List<URI> replicas;
    private final Map<String, String> headers;
    private final AtomicInteger next;

    private Web(HttpClient client, List<URI> replicas, Map<String, String> headers, AtomicInteger next) {
        this.client = client;
        this.replicas = replicas;
        this.headers = headers;
        this.next = next;
    }

    static Web at(HttpClient client, List<URI> replicas) {
        return new Web(client, List.copyOf(replicas), Map.of("Accept-Language", "id"), new AtomicInteger());
    }

    /** The same service with a header on every call. */
    Web with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Web(client, replicas, Map.copyOf(more), next);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, Map<String, ?> body) {
        return post(
                path,
                "application/json",
                BodyPublishers.ofString(JSON.valueToTree(body).toString()));
    }

    Answer post(String path, String contentType, byte[] body) {
        return post(path, contentType, BodyPublishers.ofByteArray(body));
    }

    private Answer post(String path, String contentType, BodyPublisher body) {
        return send(request(path).header("Content-Type", contentType).POST(body));
    }

    private HttpRequest.Builder request(String path) {
        URI replica = replicas.get(Math.floorMod(next.getAndIncrement(), replicas.size()));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(replica.resolve(path)).timeout(TIMEOUT);
        headers.forEach(request::header);
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            return Answer.of(response.statusCode(), json(response.body()));
        } catch (IOException e) {
            return Answer.none(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GaveUp("interrupted");
        }
    }

    private static JsonNode json(String text) throws IOException {
        return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
    }
}
