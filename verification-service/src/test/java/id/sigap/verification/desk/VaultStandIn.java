package id.sigap.verification.desk;

import id.sigap.verification.desk.StandInConversation.Said;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Stands in for intake-service, over HTTP and its chat's socket: as much of its officer API as the desk asks for, open to tokens only. What a test
 * wants of it: {@code PUT /silent/<report>} makes it fail for that report and hang up, {@code DELETE} heals it; {@code PUT /files/<evidence>} gives a
 * piece its bytes and type, and with {@code ?state=} says how far it is from being shown; {@code POST /reporter/<report>} has the reporter say, type or see something, as {@link StandInConversation} knows it. One
 * event loop does it all.
 */
public final class VaultStandIn implements QuarkusTestResourceLifecycleManager {

    private static final Buffer PICTURE = Buffer.buffer(
            Base64.getDecoder()
                    .decode(
                            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="));

    private static final String REPORT = """
            {"report": "%s", "caseNumber": "LPR-2026-000001", "status": "SUBMITTED", "language": "id",
             "reporter": {"name": "Budi Contoh", "email": "budi@warga.example", "mobile": "+628120000001"},
             "suspectAsTyped": "WA: 0811–0000–777",
             "narrative": "Katanya dari bank dan meminta OTP.", "talkative": true}
            """;

    private static final String PIECES = """
            [{"evidence": "01890000-0000-7000-8000-000000000003", "state": "QUARANTINED", "mediaType": "audio/mpeg"},
             {"evidence": "01890000-0000-7000-8000-000000000004", "state": "CLEAN", "mediaType": "image/png"}]
            """;

    private static final Map<String, String> ENDINGS =
            Map.of("image/png", "png", "audio/mpeg", "mp3", "video/mp4", "mp4");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final int PARTS = 300;

    /** @param state of what is shown of it */
    private record File(String type, Buffer bytes, String state) {

        JsonObject derivative(String evidence) {
            return new JsonObject()
                    .put("evidence", evidence)
                    .put("state", state)
                    .put("mediaType", state.equals("READY") ? type : null)
                    .put("sizeBytes", state.equals("READY") ? bytes.length() : null);
        }
    }

    private final Map<String, StandInConversation> conversations = new HashMap<>();
    private final Map<String, File> files = new HashMap<>();
    private final Map<String, List<JsonObject>> notes = new HashMap<>();
    private final Set<String> silent = new HashSet<>();
    private Vertx vertx;

    @Override
    public Map<String, String> start() {
        vertx = Vertx.vertx();
        Router router = Router.router(vertx);
        router.route("/api/v1/chat").handler(this::chat);
        router.route().handler(BodyHandler.create(false));
        controls(router);
        router.route("/api/v1/reports/*").handler(this::guarded);
        router.route("/api/v1/appeals/*").handler(this::guarded);
        api(router);
        AppealsStandIn.api(router);
        HttpServer server = vertx.createHttpServer()
                .requestHandler(router)
                .listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return Map.of("sigap.verification.vault.url", "http://localhost:" + server.actualPort());
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void controls(Router router) {
        router.put("/silent/:report").handler(call -> {
            silent.add(call.pathParam("report"));
            conversation(call).hangUp();
            call.response().setStatusCode(204).end();
        });
        router.delete("/silent/:report").handler(call -> {
            silent.remove(call.pathParam("report"));
            call.response().setStatusCode(204).end();
        });
        router.put("/files/:evidence").handler(call -> {
            String type = call.request().getHeader("Content-Type").replaceFirst(";.*", "");
            String said = call.request().getParam("state");
            String made = said == null ? "READY" : said;
            files.put(call.pathParam("evidence"), new File(type, call.body().buffer(), made));
            call.response().setStatusCode(204).end();
        });
        router.post("/reporter/:report").handler(call -> {
            conversation(call).reporter(call.body().asJsonObject());
            call.response().setStatusCode(204).end();
        });
    }

    private void api(Router router) {
        String piece = "/api/v1/reports/:report/evidence/:evidence";
        router.get("/api/v1/reports/:report")
                .handler(call -> json(call, 200, REPORT.formatted(call.pathParam("report"))));
        router.get("/api/v1/reports/:report/messages").handler(this::messages);
        router.post("/api/v1/reports/:report/messages").handler(call -> {
            Said said = conversation(call)
                    .say(
                            account(call),
                            call.body().asJsonObject().getString("text"),
                            call.request().getHeader("Idempotency-Key"));
            json(call, 201, said.json().encode());
        });
        router.get("/api/v1/reports/:report/evidence").handler(call -> json(call, 200, PIECES));
        router.get("/api/v1/reports/:report/derivatives")
                .handler(call -> json(call, 200, derivatives().encode()));
        router.get(piece + "/content").handler(this::content);
        router.get(piece + "/derivative").handler(this::derivative);
        router.get(piece + "/peaks").handler(this::peaks);
        router.get(piece + "/notes").handler(call -> json(call, 200, new JsonArray(notesOf(call)).encode()));
        router.post(piece + "/notes").handler(this::note);
        router.delete(piece + "/notes/:note").handler(call -> {
            notesOf(call).removeIf(note -> note.getString("note").equals(call.pathParam("note")));
            call.response().setStatusCode(204).end();
        });
    }

    /** Of every file that a test gave, whosever it is: the desk looks for its own. */
    private JsonArray derivatives() {
        var all = new JsonArray();
        files.forEach((evidence, file) -> all.add(file.derivative(evidence)));
        return all;
    }

    private void guarded(RoutingContext call) {
        String token = call.request().getHeader("Authorization");
        String about = call.normalizedPath().split("/")[4];
        if (token == null || !token.startsWith("Bearer ")) {
            json(call, 401, "{}");
        } else if (silent.contains(about)) {
            json(call, 503, "{}");
        } else {
            call.next();
        }
    }

    private void chat(RoutingContext call) {
        call.request()
                .toWebSocket()
                .onSuccess(socket -> socket.textMessageHandler(text -> {
                    var hello = new JsonObject(text);
                    String report = hello.getString("report");
                    if (silent.contains(report)) {
                        socket.close();
                        return;
                    }
                    conversations
                            .computeIfAbsent(report, _ -> new StandInConversation())
                            .enter(socket, report, accountOf(hello.getString("token")), hello.getLong("after"));
                }));
    }

    private void messages(RoutingContext call) {
        long before = Long.parseLong(call.request().getParam("before", Long.toString(Long.MAX_VALUE)));
        int limit = Integer.parseInt(call.request().getParam("limit", "50"));
        json(call, 200, conversation(call).before(before, limit).encode());
    }

    private void derivative(RoutingContext call) {
        File file = files.get(call.pathParam("evidence"));
        if (file == null || file.state().equals("READY")) {
            content(call);
        } else {
            json(call, 404, "{}");
        }
    }

    private void content(RoutingContext call) {
        File file = files.getOrDefault(call.pathParam("evidence"), new File("image/png", PICTURE, "READY"));
        int size = file.bytes().length();
        String ending = ENDINGS.getOrDefault(file.type(), "bin");
        var answer = call.response()
                .putHeader("Content-Type", file.type())
                .putHeader("Content-Disposition", "attachment; filename=\"a-piece." + ending + "\"");
        String asked = call.request().getHeader("Range");
        Matcher range = RANGE.matcher(asked == null ? "" : asked);
        if (!range.matches()) {
            answer.end(file.bytes());
            return;
        }
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Integer.parseInt(range.group(2)));
        answer.setStatusCode(206)
                .putHeader("Content-Range", "bytes " + first + "-" + last + "/" + size)
                .end(file.bytes().slice(first, last + 1));
    }

    /** Of what a test gave as a WAV: twenty seconds, growing louder. */
    private void peaks(RoutingContext call) {
        File file = files.get(call.pathParam("evidence"));
        boolean drawn = file != null && file.type().equals("audio/mpeg");
        var peaks = new JsonArray(IntStream.range(0, drawn ? PARTS : 0)
                .mapToObj(at -> at * 250 / PARTS)
                .toList());
        json(
                call,
                200,
                new JsonObject()
                        .put("durationMillis", drawn ? 20_000 : 0)
                        .put("peaks", peaks)
                        .encode());
    }

    private void note(RoutingContext call) {
        JsonObject sent = call.body().asJsonObject();
        if (sent.getString("text").chars().anyMatch(Character::isISOControl)) {
            json(call, 400, "{}");
            return;
        }
        String key = call.request().getHeader("Idempotency-Key");
        String id = UUID.nameUUIDFromBytes(key.getBytes()).toString();
        var note = new JsonObject()
                .put("note", id)
                .put("atMillis", sent.getInteger("atMillis"))
                .put("text", sent.getString("text"))
                .put("author", account(call))
                .put("at", "2026-01-02T04:05:06Z");
        if (notesOf(call).stream().noneMatch(known -> known.getString("note").equals(id))) {
            notesOf(call).add(note);
        }
        json(call, 201, note.encode());
    }

    private List<JsonObject> notesOf(RoutingContext call) {
        return notes.computeIfAbsent(call.pathParam("evidence"), _ -> new ArrayList<>());
    }

    private StandInConversation conversation(RoutingContext call) {
        return conversations.computeIfAbsent(call.pathParam("report"), _ -> new StandInConversation());
    }

    private static String account(RoutingContext call) {
        return accountOf(call.request().getHeader("Authorization").substring("Bearer ".length()));
    }

    private static String accountOf(String token) {
        return new JsonObject(Buffer.buffer(Base64.getUrlDecoder().decode(token.split("\\.")[1])))
                .getString("preferred_username");
    }

    private static void json(RoutingContext call, int status, String json) {
        call.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(json);
    }
}
