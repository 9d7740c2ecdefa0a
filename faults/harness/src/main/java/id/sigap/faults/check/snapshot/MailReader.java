package id.sigap.faults.check.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sigap.local.stack.Stack;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;

/** Reads every mail that is in the mailbox. */
final class MailReader {

    private MailReader() {}

    static List<Mail> read(Stack stack) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String body = client.send(HttpRequest.newBuilder(stack.mailbox()).build(), BodyHandlers.ofString())
                    .body();
            List<Mail> mails = new ArrayList<>();
            for (JsonNode mail : new ObjectMapper().readTree(body)) {
                List<String> to = new ArrayList<>();
                mail.path("to").forEach(address -> to.add(address.asText()));
                mails.add(new Mail(
                        to, mail.path("subject").asText(), mail.path("text").asText()));
            }
            return mails;
        } catch (IOException e) {
            throw new IllegalStateException("cannot read the mailbox: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
