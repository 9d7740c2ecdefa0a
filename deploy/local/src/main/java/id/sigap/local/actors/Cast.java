package id.sigap.local.actors;

import id.sigap.infrastructure.Account;
import id.sigap.local.service.Service;
import id.sigap.local.stack.Stack;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody in the story, each with their own way in. */
public final class Cast implements AutoCloseable {

    private final Stack stack;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    public Cast(Stack stack) {
        this.stack = stack;
    }

    /** A citizen who has not reported anything yet. */
    public Citizen citizen(Person person) {
        return new Citizen(person, Api.at(stack.api(Service.INTAKE), client), stack.api(Service.INTAKE), client);
    }

    /** A member of the regulator's staff at one of the services. */
    public Api staff(Account account, Service service) {
        return Api.at(stack.api(service), client).with("Authorization", "Bearer " + token(account));
    }

    /** An operator's machine at the REST interface. */
    public Api operator(Account account) {
        return staff(account, Service.NOTIFIER);
    }

    /** An operator's machine at its topics. */
    public OperatorTopics topicsOf(String operator) {
        return new OperatorTopics(stack, operator);
    }

    /** The officer's end of a report's conversation. */
    public Chat officerChat(Account officer, String report) {
        return Chat.open(
                client,
                stack.api(Service.INTAKE),
                Map.of("type", "hello", "token", token(officer), "report", report, "after", 0));
    }

    /** Everybody's mail. */
    public Api mailbox() {
        return Api.at(stack.mailbox(), client);
    }

    public String token(Account account) {
        return tokens.computeIfAbsent(account.id(), _ -> stack.tokenFor(account));
    }

    @Override
    public void close() {
        client.close();
    }
}
