package id.sigap.local.cli;

import id.sigap.infrastructure.Account;
import id.sigap.local.console.Console;
import id.sigap.local.service.Service;
import id.sigap.local.stack.KafkaRights;
import id.sigap.local.stack.Stack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a person needs to use a stack that runs: addresses, logins, logs. */
final class Addresses {

    private final Stack stack;
    private final Path repository;

    Addresses(Stack stack, Path repository) {
        this.stack = stack;
        this.repository = repository;
    }

    void print(Console console) {
        console.blank();
        console.table(addresses());
        console.blank();
        console.table(people());
        console.line("  no password is asked; a token for a shell:");
        console.line(
                "  curl -s " + stack.tokenEndpoint() + " -d grant_type=password -d client_id=sigap-cli -d username="
                        + Account.SARI.id() + " -d password=any");
        console.blank();
        console.table(operators());
        console.line(
                "  Kafka: " + stack.kafkaBootstrap() + ", SASL_PLAINTEXT, PLAIN; administrator: " + KafkaRights.ADMIN
                        + ", its password is in " + relative(stack.folder().secrets()));
        console.blank();
        console.line("  logs: " + relative(stack.folder().logs()) + "/, or ./sigap logs SERVICE -f");
    }

    private List<List<String>> addresses() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("WHAT", "WHERE"));
        for (Service service : Service.values()) {
            rows.add(List.of(
                    service.audience() + " (" + service + ")",
                    stack.replicas(service).stream()
                            .map(replica -> stack.api(replica).toString())
                            .collect(Collectors.joining("  "))));
        }
        rows.add(List.of("identity provider", stack.issuer().toString()));
        rows.add(List.of("mailbox of every mail sent", stack.mailbox().toString()));
        rows.add(List.of(
                "PostgreSQL",
                "postgresql://postgres@localhost:" + stack.ports().postgres() + "/"
                        + Arrays.stream(Service.values()).map(Service::database).collect(Collectors.joining("|"))));
        return rows;
    }

    private List<List<String>> people() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("LOGIN", "NAME", "ROLES"));
        for (Account person : Account.PEOPLE) {
            rows.add(List.of(person.id(), person.name(), String.join(", ", person.roles())));
        }
        return rows;
    }

    private List<List<String>> operators() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("OPERATOR", "CLIENT ID", "KAFKA USER", "KAFKA PASSWORD"));
        for (Account machine : Account.MACHINES) {
            String operator = machine.operator().orElseThrow();
            String user = operator.toLowerCase(Locale.ROOT);
            rows.add(List.of(operator, machine.id(), user, stack.secrets().kafka(user)));
        }
        return rows;
    }

    private String relative(Path path) {
        return path.startsWith(repository) ? repository.relativize(path).toString() : path.toString();
    }
}
