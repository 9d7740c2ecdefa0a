package id.sigap.local.demo;

import id.sigap.infrastructure.Account;
import id.sigap.local.service.Service;
import id.sigap.local.stack.Stack;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Everybody in the story, each with their own way in. */
final class Cast implements AutoCloseable {

    private final Stack stack;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Cast(Stack stack) {
        this.stack = stack;
    }

    /** A citizen who has not reported anything yet. */
    Citizen citizen(Person person) {
        return new Citizen(person, Api.at(stack.api(Service.INTAKE), client), stack.api(Service.INTAKE), client);
    }

    /** A member of the regulator's staff at one of the services. */
    Api staff(Account account, Service service) {
        return Api.at(stack.api(service), client).with("Authorization", "Bearer " + token(account));
    }

    /** An operator's machine at the REST interface. */
    Api operator(Account account) {
        return staff(account, Service.NOTIFIER);
    }

    /** An operator's machine at its topics. */
    OperatorTopics topicsOf(String operator) {
        return new OperatorTopics(stack, operator);
    }

    /** The officer's end of a report's conversation. */
    Chat officerChat(Account officer, String report) {
        return Chat.open(
                client,
                stack.api(Service.INTAKE),
                Map.of("type", "hello", "token", token(officer), "report", report, "after", 0));
    }

    /** Everybody's mail. */
    Api mailbox() {
        return Api.at(stack.mailbox(), client);
    }

    String token(Account account) {
        return tokens.computeIfAbsent(account.id(), _ -> stack.tokenFor(account));
    }

    @Override
    public void close() {
        client.close();
    }
}
