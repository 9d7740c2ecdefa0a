package id.sigap.verification.desk;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import java.util.Base64;

/** As much of intake's API for the regulator as the desk asks for: every appeal has one picture, one file that is saved, one that is withheld. */
final class AppealsStandIn {

    static final String PICTURE = "01890000-0000-7000-8000-00000000000a";
    static final String FILE = "01890000-0000-7000-8000-00000000000b";
    private static final String WITHHELD = "01890000-0000-7000-8000-00000000000c";

    private static final Buffer PNG = Buffer.buffer(
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));

    private static final String APPEAL = """
            {"appeal": "%s", "appealNumber": "BND-2026-000001", "status": "SUBMITTED",
             "appellant": {"name": "Rina Contoh", "email": "rina@warga.example", "mobile": "+628120000002"},
             "statement": "Nomor ini milik usaha saya, bukan penipu.",
             "documents": [
               {"evidence": "%s", "mediaType": "image/png", "sizeBytes": 70, "state": "CLEAN"},
               {"evidence": "%s", "mediaType": "application/pdf", "sizeBytes": 4711, "state": "CLEAN"},
               {"evidence": "%s", "mediaType": "image/png", "sizeBytes": 99, "state": "QUARANTINED"}]}
            """;

    private static final String DERIVATIVES = """
            [{"evidence": "%s", "state": "READY", "mediaType": "image/png", "sizeBytes": 70}]
            """;

    private AppealsStandIn() {}

    static void api(Router router) {
        router.get("/api/v1/appeals/:appeal").handler(call -> call.response()
                .putHeader("Content-Type", "application/json")
                .end(APPEAL.formatted(call.pathParam("appeal"), PICTURE, FILE, WITHHELD)));
        router.get("/api/v1/appeals/:appeal/derivatives").handler(call -> call.response()
                .putHeader("Content-Type", "application/json")
                .end(DERIVATIVES.formatted(PICTURE)));
        router.get("/api/v1/appeals/:appeal/evidence/:piece/derivative").handler(call -> call.response()
                .putHeader("Content-Type", call.pathParam("piece").equals(PICTURE) ? "image/png" : "text/html")
                .end(call.pathParam("piece").equals(PICTURE) ? PNG : Buffer.buffer("<script>alert(1)</script>")));
        router.getWithRegex("/api/v1/appeals/[^/]+/[^/]+/(?<piece>[^/]+)(/.*)?").handler(call -> call.response()
                .putHeader("Content-Type", "application/json")
                .putHeader("Content-Disposition", "attachment; filename=\"a-piece.png\"")
                .end(call.pathParam("piece").equals(PICTURE) ? PNG : Buffer.buffer("<script>alert(1)</script>")));
    }
}
