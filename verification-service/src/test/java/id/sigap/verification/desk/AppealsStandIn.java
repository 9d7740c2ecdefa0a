package id.sigap.verification.desk;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** As much of intake's API for the regulator as the desk asks for: every appeal has one picture, one file that is saved, one that is withheld. */
final class AppealsStandIn {

    static final String PICTURE = "01890000-0000-7000-8000-00000000000a";
    static final String FILE = "01890000-0000-7000-8000-00000000000b";
    private static final String WITHHELD = "01890000-0000-7000-8000-00000000000c";

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static final String APPEAL = """
            {"appeal": "%s", "appealNumber": "BND-2026-000001", "status": "SUBMITTED",
             "appellant": {"name": "Rina Contoh", "email": "rina@warga.example", "mobile": "+628120000002"},
             "statement": "Nomor ini milik usaha saya, bukan penipu.",
             "documents": [
               {"evidence": "%s", "mediaType": "image/png", "sizeBytes": 70, "state": "CLEAN"},
               {"evidence": "%s", "mediaType": "application/pdf", "sizeBytes": 4711, "state": "CLEAN"},
               {"evidence": "%s", "mediaType": "image/png", "sizeBytes": 99, "state": "QUARANTINED"}]}
            """;

    private AppealsStandIn() {}

    static void answer(HttpExchange exchange) throws IOException {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        String[] path = exchange.getRequestURI().getPath().split("/");
        if (token == null || !token.startsWith("Bearer ")) {
            answer(exchange, 401, new byte[0]);
        } else if (path.length == 5) {
            answer(
                    exchange,
                    200,
                    APPEAL.formatted(path[4], PICTURE, FILE, WITHHELD).getBytes(StandardCharsets.UTF_8));
        } else {
            answer(
                    exchange,
                    200,
                    path[6].equals(PICTURE) ? PNG : "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
