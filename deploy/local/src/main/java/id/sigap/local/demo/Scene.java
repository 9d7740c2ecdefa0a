package id.sigap.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import id.sigap.local.actors.Cast;
import id.sigap.local.actors.FreeNumbers;
import id.sigap.local.actors.HelpDesk;
import id.sigap.local.actors.Person;
import id.sigap.local.actors.Waiting;
import id.sigap.local.stack.Stack;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** Where the stories play, and what one story leaves for the next. */
final class Scene {

    private final Stack stack;
    private final Cast cast;
    private final HelpDesk sari;
    private final FreeNumbers numbers;
    private final String run = Long.toString(System.currentTimeMillis() % 1_000_000_000, Character.MAX_RADIX);
    private final AtomicInteger people = new AtomicInteger();
    private final List<String> secrets = new ArrayList<>();
    private String blockedNumber;
    private String blockedRequest;

    Scene(Stack stack, Cast cast, HelpDesk sari) {
        this.stack = stack;
        this.cast = cast;
        this.sari = sari;
        this.numbers = new FreeNumbers(sari);
    }

    Stack stack() {
        return stack;
    }

    Cast cast() {
        return cast;
    }

    HelpDesk sari() {
        return sari;
    }

    FreeNumbers numbers() {
        return numbers;
    }

    /** Somebody new, whose every word is a canary. */
    Person somebody() {
        int number = people.incrementAndGet();
        Person person = new Person(
                "Kenari%s%02d Contohwati".formatted(run, number),
                "kenari-%s-%02d@warga.example".formatted(run, number),
                "+62812000%05d".formatted(number));
        secrets.addAll(List.of(person.name(), person.email(), person.mobile()));
        return person;
    }

    /** A text that only the vault may know. */
    String secret(String text) {
        String marked = text + " [" + run + "-" + people.get() + "-" + secrets.size() + "]";
        secrets.add(marked.substring(marked.indexOf('[')));
        return marked;
    }

    List<String> secrets() {
        return List.copyOf(secrets);
    }

    /** Waits for a mail to the address whose subject or text has the words. */
    JsonNode mail(String to, String words) {
        Waiting.until(() -> Waiting.that(!mails(to, words).isEmpty(), "no mail to " + to + " with \"" + words + "\""));
        return mails(to, words).getLast();
    }

    private List<JsonNode> mails(String to, String words) {
        JsonNode all = cast.mailbox()
                .get("/api/messages?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8))
                .expect(200)
                .json();
        return StreamSupport.stream(all.spliterator(), false)
                .filter(mail ->
                        (mail.path("subject").asText() + mail.path("text").asText()).contains(words))
                .toList();
    }

    void leaveBlocked(String number, String request) {
        blockedNumber = number;
        blockedRequest = request;
    }

    String blockedNumber() {
        Waiting.that(blockedNumber != null, "story 1 left no blocked number");
        return blockedNumber;
    }

    String blockedRequest() {
        Waiting.that(blockedRequest != null, "story 1 left no request");
        return blockedRequest;
    }
}
