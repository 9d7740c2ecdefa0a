package id.sigap.testing;

import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.infrastructure.ReceivedMail;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;

/** What was mailed. Other tests of the same JVM mail too: ask by an address of the test's own. */
public final class Mailbox {

    private Mailbox() {}

    /** Everything sent to the address so far. */
    public static List<ReceivedMail> messagesTo(String address) {
        var uri = "http://localhost:%d/api/messages?to=%s"
                .formatted(SharedInfrastructure.mailboxPort(), URLEncoder.encode(address, StandardCharsets.UTF_8));
        var answer = LocalHttp.json(HttpRequest.newBuilder(URI.create(uri))
                .timeout(LocalHttp.PATIENCE)
                .build());
        return StreamSupport.stream(answer.spliterator(), false)
                .map(Mailbox::mail)
                .toList();
    }

    /** Waits for a first message to the address. */
    public static ReceivedMail awaitMessageTo(String address) {
        return Awaitility.await()
                .atMost(LocalHttp.PATIENCE)
                .until(() -> messagesTo(address), mails -> !mails.isEmpty())
                .getFirst();
    }

    private static ReceivedMail mail(JsonNode json) {
        var to = StreamSupport.stream(json.get("to").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        return new ReceivedMail(
                json.get("id").asInt(),
                to,
                json.get("from").asText(),
                json.get("subject").asText(),
                json.get("text").asText(),
                Instant.parse(json.get("receivedAt").asText()));
    }
}
