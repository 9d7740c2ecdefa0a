package id.sigap.local.actors;

import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.infrastructure.Account;
import id.sigap.local.service.Service;
import id.sigap.local.stack.Stack;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A scripted officer who talks to whoever reports, so that a newcomer who opens the citizen's page has somebody at the other end. Takes no case
 * and decides nothing: that is left to people.
 */
public final class OfficerOnDuty implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
    /** Then the line is opened anew: the service may have been started again meanwhile. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    /** What is said one after the other; the last again and again. */
    private static final Map<String, List<String>> SCRIPTS = Map.of(
            "id",
            List.of(
                    "Selamat datang di Sigap, saya petugas latihan (otomatis). Apa yang terjadi?",
                    "Terima kasih. Mohon unggah rekaman panggilan atau foto pesannya di bagian Bukti.",
                    "Baik, sudah saya catat. Petugas akan memeriksa bukti Anda."),
            "en",
            List.of(
                    "Welcome to Sigap, I am a practice officer (a script). What happened?",
                    "Thank you. Please upload the call recording or a photo of the message under Evidence.",
                    "I have noted it. An officer will look at your evidence."));

    private final Stack stack;
    private final KeptToken token;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Set<String> served = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private final ExecutorService conversations = Executors.newVirtualThreadPerTaskExecutor();

    /** Those who have reported already are left alone. */
    public OfficerOnDuty(Stack stack, Account officer) {
        this.stack = stack;
        this.token = new KeptToken(() -> stack.tokenFor(officer), Clock.systemUTC());
        open().forEach(report -> served.add(report.path("report").asText()));
        looks.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            open().forEach(report -> {
                String id = report.path("report").asText();
                if (served.add(id)) {
                    conversations.execute(() -> serve(id));
                }
            });
        } catch (AssertionError | RuntimeException _) {
            // a service is just being started again: the next look
        }
    }

    private JsonNode open() {
        return at(Service.VERIFICATION)
                .get("/api/v1/cases?state=WAITING&limit=200")
                .expect(200)
                .json()
                .path("items");
    }

    private void serve(String report) {
        JsonNode read =
                at(Service.INTAKE).get("/api/v1/reports/" + report).expect(200).json();
        converse(new Conversation(report, SCRIPTS.get(read.path("language").asText())));
    }

    /** Until the socket is gone or silent for a while; then it is opened anew, where it was, until the report is closed. */
    private void converse(Conversation conversation) {
        try (Chat chat = Chat.open(client, stack.api(Service.INTAKE), conversation.hello(token.get()))) {
            conversation.goOn(chat);
        } catch (AssertionError | RuntimeException _) {
            // the service went away, or the report was closed
        }
        if (!looks.isShutdown() && isOpen(conversation.report)) {
            looks.schedule(() -> conversations.execute(() -> converse(conversation)), 1, TimeUnit.SECONDS);
        }
    }

    private boolean isOpen(String report) {
        try {
            String status = at(Service.INTAKE).get("/api/v1/reports/" + report).text("status");
            return !List.of("WITHDRAWN", "CLOSED").contains(status);
        } catch (AssertionError | RuntimeException _) {
            return true; // not to be told now
        }
    }

    private static final class Conversation {

        private final String report;
        private final List<String> script;
        private int said;
        private long heard;

        Conversation(String report, List<String> script) {
            this.report = report;
            this.script = script;
        }

        Map<String, Object> hello(String token) {
            return Map.of("type", "hello", "token", token, "report", report, "after", heard);
        }

        void goOn(Chat chat) {
            if (said == 0) {
                sayNext(chat);
            }
            for (Optional<JsonNode> next = chat.next("message", SILENCE);
                    next.isPresent();
                    next = chat.next("message", SILENCE)) {
                heard = next.get().path("seq").asLong();
                if (next.get().path("author").asText().equals("REPORTER")) {
                    chat.send(Map.of("type", "seen", "seq", heard));
                    sayNext(chat);
                }
            }
        }

        private void sayNext(Chat chat) {
            chat.says(script.get(Math.min(said++, script.size() - 1)));
        }
    }

    private Api at(Service service) {
        return Api.at(stack.api(service), client).with("Authorization", "Bearer " + token.get());
    }

    @Override
    public void close() {
        looks.shutdownNow();
        conversations.shutdownNow();
        client.shutdownNow();
    }
}
