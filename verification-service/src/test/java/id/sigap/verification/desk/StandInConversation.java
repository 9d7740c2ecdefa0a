package id.sigap.verification.desk;

import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A conversation as intake-service has it: its places, its frames, one message for one key. It begins with what the reporter said. */
final class StandInConversation {

    /** One message. @param officer null for the reporter @param clientId its writer's own name for it */
    record Said(long seq, String officer, String text, String clientId) {

        JsonObject json() {
            var json = new JsonObject()
                    .put("seq", seq)
                    .put("id", new UUID(0, seq).toString())
                    .put("author", officer == null ? "REPORTER" : "OFFICER")
                    .put("text", text)
                    .put("at", "2026-01-02T03:04:05Z")
                    .put("clientId", clientId);
            return officer == null ? json : json.put("officer", officer);
        }
    }

    private final List<Said> messages = new ArrayList<>();
    private final Set<ServerWebSocket> officers = new HashSet<>();
    private boolean reporterHere;
    /** With what it answers messages; empty where it takes them. */
    private String refusal = "";

    StandInConversation() {
        add(null, "Saya sudah kirim fotonya.", "first");
    }

    /** {@code {"say": text}}, {@code {"sayUntil": 120}} (the hundred-and-twentieth: "Pesan 120"), {@code {"here": true}}, {@code {"type": true}} or {@code {"seen": seq}}; {@code {"refuse": code}}: messages are answered so from now on, with none they are taken again. */
    void reporter(JsonObject does) {
        if (does.containsKey("say")) {
            say(null, does.getString("say"), UUID.randomUUID().toString());
        } else if (does.containsKey("sayUntil")) {
            while (messages.size() < does.getInteger("sayUntil")) {
                say(null, "Pesan " + (messages.size() + 1), UUID.randomUUID().toString());
            }
        } else if (does.containsKey("here")) {
            reporterHere = does.getBoolean("here");
            tell(presence());
        } else if (does.containsKey("refuse")) {
            refusal = does.getString("refuse");
        } else if (does.containsKey("seen")) {
            tell(frame("seen").put("author", "REPORTER").put("seq", does.getLong("seen")));
        } else {
            tell(frame("typing").put("author", "REPORTER"));
        }
    }

    Said say(String officer, String text, String clientId) {
        return messages.stream()
                .filter(said -> said.clientId().equals(clientId))
                .findFirst()
                .orElseGet(() -> add(officer, text, clientId));
    }

    private Said add(String officer, String text, String clientId) {
        var said = new Said(messages.size() + 1, officer, text, clientId);
        messages.add(said);
        tell(said.json().put("type", "message"));
        return said;
    }

    JsonArray before(long seq, int limit) {
        List<JsonObject> earlier = messages.stream()
                .filter(said -> said.seq() < seq)
                .map(Said::json)
                .toList();
        return new JsonArray(earlier.subList(Math.max(0, earlier.size() - limit), earlier.size()));
    }

    void enter(ServerWebSocket socket, String report, String officer, long after) {
        officers.add(socket);
        socket.closeHandler(_ -> officers.remove(socket));
        socket.textMessageHandler(text -> heard(new JsonObject(text), officer, socket));
        socket.writeTextMessage(frame("welcome")
                .put("report", report)
                .put("caseNumber", "LPR-2026-000001")
                .put("status", "IN_CONVERSATION")
                .put("lastSeq", messages.size())
                .encode());
        if (reporterHere) {
            socket.writeTextMessage(presence().encode());
        }
        messages.stream()
                .filter(said -> said.seq() > after)
                .forEach(said -> socket.writeTextMessage(
                        said.json().put("type", "message").encode()));
    }

    void hangUp() {
        List.copyOf(officers).forEach(ServerWebSocket::close);
    }

    private void heard(JsonObject frame, String officer, ServerWebSocket socket) {
        if (frame.getString("type").equals("message") && !refusal.isEmpty()) {
            var error = frame("error").put("code", refusal);
            // too fast is the socket: nothing is said of the message
            socket.writeTextMessage(
                    (refusal.equals("too-fast") ? error : error.put("clientId", frame.getString("clientId"))).encode());
        } else if (frame.getString("type").equals("message")) {
            Said said = say(officer, frame.getString("text"), frame.getString("clientId"));
            socket.writeTextMessage(frame("ack")
                    .put("clientId", said.clientId())
                    .put("seq", said.seq())
                    .encode());
        }
    }

    private JsonObject presence() {
        return frame("presence").put("author", "REPORTER").put("online", reporterHere);
    }

    private void tell(JsonObject frame) {
        officers.forEach(socket -> socket.writeTextMessage(frame.encode()));
    }

    private static JsonObject frame(String type) {
        return new JsonObject().put("type", type);
    }
}
