package id.sigap.verification.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * Stands in for intake-service, over HTTP: as much of its officer API as the desk asks for, open to tokens only. {@code PUT /silent/<report>}
 * makes it fail for that report.
 */
public final class VaultStandIn implements QuarkusTestResourceLifecycleManager {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static final String REPORT = """
            {"report": "%s", "caseNumber": "LPR-2026-000001", "status": "SUBMITTED", "language": "id",
             "reporter": {"name": "Budi Contoh", "email": "budi@warga.example", "mobile": "+628120000001"},
             "narrative": "Katanya dari bank dan meminta OTP."}
            """;

    private static final String ASKED = """
            {"seq": 1, "id": "01890000-0000-7000-8000-000000000001", "author": "REPORTER",
             "text": "Saya sudah kirim fotonya.", "at": "2026-01-02T03:04:05Z"}""";

    private static final String PIECES = """
            [{"evidence": "01890000-0000-7000-8000-000000000003", "state": "QUARANTINED", "mediaType": "audio/mpeg"},
             {"evidence": "01890000-0000-7000-8000-000000000004", "state": "CLEAN", "mediaType": "image/png"}]
            """;

    private final Map<String, List<String>> written = new ConcurrentHashMap<>();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/silent/", exchange -> {
            silent.add(segment(exchange, 2));
            answer(exchange, 204, "", new byte[0]);
        });
        server.createContext("/api/v1/reports/", this::answer);
        server.createContext("/api/v1/appeals/", exchange -> {
            if (silent.contains(segment(exchange, 4))) {
                answer(exchange, 503, "{}");
            } else {
                AppealsStandIn.answer(exchange);
            }
        });
        server.start();
        return Map.of(
                "sigap.verification.vault.url",
                "http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String report = segment(exchange, 4);
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        String path = exchange.getRequestURI().getPath();
        if (token == null || !token.startsWith("Bearer ")) {
            answer(exchange, 401, "{}");
        } else if (silent.contains(report)) {
            answer(exchange, 503, "{}");
        } else if (path.endsWith("/content")) {
            answer(exchange, 200, "image/png", PICTURE);
        } else if (path.endsWith("/evidence")) {
            answer(exchange, 200, PIECES);
        } else if (path.endsWith("/messages")) {
            messages(exchange, report, token);
        } else {
            answer(exchange, 200, REPORT.formatted(report));
        }
    }

    private void messages(HttpExchange exchange, String report, String token) throws IOException {
        List<String> ours = written.computeIfAbsent(report, _ -> new CopyOnWriteArrayList<>());
        if (exchange.getRequestMethod().equals("POST")) {
            String message = message(JSON.readTree(exchange.getRequestBody()), token);
            ours.add(message);
            answer(exchange, 201, message);
            return;
        }
        var all = new ArrayList<>(List.of(ASKED));
        all.addAll(ours);
        answer(exchange, 200, all.toString());
    }

    private static String message(JsonNode sent, String token) throws IOException {
        String claims = token.split("\\.")[1];
        return JSON.createObjectNode()
                .put("seq", 2)
                .put("id", "01890000-0000-7000-8000-000000000002")
                .put("author", "OFFICER")
                .put(
                        "officer",
                        JSON.readTree(Base64.getUrlDecoder().decode(claims))
                                .get("preferred_username")
                                .asText())
                .put("text", sent.get("text").asText())
                .put("at", "2026-01-02T04:05:06Z")
                .toString();
    }

    private static String segment(HttpExchange exchange, int number) {
        return exchange.getRequestURI().getPath().split("/")[number];
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        answer(exchange, status, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
