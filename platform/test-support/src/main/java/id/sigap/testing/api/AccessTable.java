package id.sigap.testing.api;

import id.sigap.infrastructure.Account;
import id.sigap.testing.Tokens;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Who may call which operation of a service, for a reviewer to read: a line for each, {@code GET /api/v1/tickets/{ticket} sari dewi wira}.
 * Accounts are named by their ids; {@code anybody} needs no token; {@code receipt} is opened by a receipt alone, whoever asks.
 */
public final class AccessTable {

    /** One account of each role, and the machine of one operator; empty for nobody. */
    private static final List<String> EVERYBODY = List.of("", "sari", "dewi", "wira", "oka", "telkomsel-api");

    private static final String ANYBODY = "anybody";
    private static final String RECEIPT = "receipt";
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private final List<Row> rows;

    private AccessTable(List<Row> rows) {
        this.rows = rows;
    }

    public static AccessTable of(String lines) {
        return new AccessTable(lines.lines()
                .map(line -> line.strip().split("\\s+"))
                .map(words -> new Row(words[0], words[1], Arrays.asList(words).subList(2, words.length)))
                .toList());
    }

    /** @param open who may, as the table says it */
    public record Row(String method, String path, List<String> open) {

        String name() {
            return method + " " + path.replaceAll("\\{.*?}", "{}");
        }

        /** Somebody who may; empty if that takes no token. */
        Optional<String> somebody() {
            return open.stream()
                    .filter(who -> !who.equals(ANYBODY) && !who.equals(RECEIPT))
                    .findFirst();
        }

        boolean isOpenTo(String account) {
            return open.contains(ANYBODY) || open.contains(account);
        }
    }

    /** An operation and somebody who calls it. @param account empty for nobody */
    public record Cell(Row row, String account) {

        String operation() {
            return row.name();
        }

        /** Whether the table lets them in. */
        public boolean isOpen() {
            return row.isOpenTo(account);
        }

        /** What they hear if not. */
        public int refusal() {
            return account.isEmpty() || row.open().contains(RECEIPT) ? 401 : 403;
        }

        List<String> headers() {
            return account.isEmpty() ? List.of() : List.of(authorization(account));
        }

        @Override
        public String toString() {
            return "%s by %s: %s"
                    .formatted(row.name(), account.isEmpty() ? "nobody" : account, isOpen() ? "open" : refusal());
        }
    }

    /** Every operation × everybody. */
    public Stream<Cell> cells() {
        return rows.stream().flatMap(row -> EVERYBODY.stream().map(account -> new Cell(row, account)));
    }

    /** The operations it knows, as {@link Operation#name()} names them. */
    public List<String> operations() {
        return rows.stream().map(Row::name).toList();
    }

    /** Who may call an operation, as the table says it: accounts alone. */
    List<String> accounts(Operation operation) {
        return row(operation).open().stream()
                .filter(who -> account(who).isPresent())
                .sorted()
                .toList();
    }

    /** Who may call an operation, as the roles say it that the document declares for it. */
    static List<String> accountsDeclared(Operation operation) {
        return EVERYBODY.stream()
                .filter(who -> account(who)
                        .filter(account -> account.roles().stream().anyMatch(operation.roles()::contains))
                        .isPresent())
                .sorted()
                .toList();
    }

    /** The token, as a header's line, of somebody who may; none if it takes none, or is a page. */
    List<String> keyTo(Operation operation) {
        return rows.stream()
                .filter(row -> row.name().equals(operation.name()))
                .flatMap(row -> row.somebody().stream())
                .map(AccessTable::authorization)
                .toList();
    }

    private Row row(Operation operation) {
        return rows.stream()
                .filter(row -> row.name().equals(operation.name()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the table lacks " + operation.name()));
    }

    static String authorization(String id) {
        return "Authorization: Bearer " + TOKENS.computeIfAbsent(id, AccessTable::token);
    }

    private static String token(String id) {
        return account(id).map(Tokens::of).orElseThrow(() -> new IllegalArgumentException("there is no account " + id));
    }

    private static Optional<Account> account(String id) {
        return Stream.concat(Account.PEOPLE.stream(), Account.MACHINES.stream())
                .filter(account -> account.id().equals(id))
                .findFirst();
    }
}
