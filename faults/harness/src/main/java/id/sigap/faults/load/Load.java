package id.sigap.faults.load;

import id.sigap.events.OperatorCode;
import id.sigap.faults.history.ClientLog;
import id.sigap.infrastructure.Account;
import id.sigap.local.service.Service;
import id.sigap.local.stack.Stack;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Everybody who uses a system during the rounds on it: citizens arrive at a steady pace, staff and machines are there all the time. */
public final class Load implements AutoCloseable {

    private final Stack stack;
    private final Random random;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Patience patience = new Patience();
    private final List<ClientLog> logs = new ArrayList<>();
    private final Path folder;
    private final List<Operator> operators = new ArrayList<>();
    private final List<Officer> officers;
    private final Officer regulator;
    private final ClientLog citizens;
    private final Exchange exchange;
    private final Map<String, Numbers> numbers = new HashMap<>();
    private final AtomicInteger people = new AtomicInteger();
    private final Map<Passage, Boolean> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final List<String> troubles = Collections.synchronizedList(new ArrayList<>());

    /**
     * @param folder where everybody's log goes
     * @param numbersTaken of each operator, from its first one on: those are others', and so is whatever is asked about them
     */
    public Load(Stack stack, Path folder, long seed, int numbersTaken) {
        this.stack = stack;
        this.folder = folder;
        this.random = new Random(seed);
        this.citizens = log("citizens");
        this.officers = List.of(officer(Account.SARI), officer(Account.BUDI));
        this.regulator = officer(Account.WIRA);
        for (Account machine : Account.MACHINES) {
            String code = machine.operator().orElseThrow();
            numbers.put(code, Numbers.of(code, numbersTaken));
            operators.add(new Operator(
                    log("operator-" + code.toLowerCase(Locale.ROOT)),
                    new Network(log("network-" + code.toLowerCase(Locale.ROOT)), new OperatorCode(code)),
                    staff(machine, Service.NOTIFIER),
                    kafka(code),
                    patience));
        }
        this.exchange = new Exchange(operators, patience, threads, new Random(seed + 1));
        operators.forEach(operator -> threads.submit(
                new RequestFeed(operator.code(), kafka(operator.code().value()), patience, listener(operator))));
    }

    private RequestFeed.Listener listener(Operator operator) {
        return new RequestFeed.Listener() {
            @Override
            public void asked(RequestFeed.Request request) {
                exchange.heard(operator, request);
            }

            @Override
            public void withdrawn(String request) {
                operator.network().forgets(request);
            }
        };
    }

    /** Lets as many citizens come as the pace has room for in the time, and returns then; what they began goes on. A slow machine takes longer. */
    public void come(Duration time, Duration everySoOften) {
        long citizens = time.dividedBy(everySoOften);
        for (long citizen = 0; citizen < citizens; citizen++) {
            begin();
            patience.pause("the next citizen", everySoOften);
        }
    }

    private void begin() {
        Story story = Story.next(random);
        String number = numbers.get(story.operator()).next();
        exchange.expect(number, story);
        Passage passage = Passage.of(
                story, number, new Random(random.nextLong()), officers, regulator, somebody(), exchange, threads);
        underWay.put(passage, true);
        begun.incrementAndGet();
        threads.submit(() -> {
            try {
                passage.walk();
                underWay.remove(passage);
                ended.incrementAndGet();
            } catch (GaveUp _) {
                // stays under way, for whoever asks what was left undone
            } catch (RuntimeException e) {
                troubles.add("%s %s: %s".formatted(passage.story(), passage.number(), e));
            }
        });
    }

    /** Waits until everything begun has come to its end. @return whether it has */
    public boolean awaitEnd(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!hasEnded()) {
            if (System.nanoTime() > end) {
                return false;
            }
            patience.pause("the end", Duration.ofMillis(200));
        }
        return true;
    }

    /** Whether everything begun has come to its end by now. */
    public boolean hasEnded() {
        return underWay.isEmpty() && exchange.unanswered().isEmpty();
    }

    /** What has not come to its end, a line each. */
    public List<String> stuck() {
        List<String> stuck = new ArrayList<>(troubles);
        underWay.keySet().forEach(passage -> stuck.add(passage.story() + " of " + passage.number()));
        exchange.unanswered().forEach(request -> stuck.add("an answer to " + request));
        return stuck;
    }

    /** How many passages were begun, and how many came to their end. */
    public int begun() {
        return begun.get();
    }

    public int ended() {
        return ended.get();
    }

    private Supplier<Reporter> somebody() {
        return () -> {
            int serial = people.incrementAndGet();
            return new Reporter(citizens, at(Service.INTAKE), patience, "Warga Uji " + UUID.randomUUID(), serial);
        };
    }

    private Officer officer(Account account) {
        return new Officer(
                log("officer-" + account.id()),
                account.id(),
                staff(account, Service.VERIFICATION),
                staff(account, Service.INTAKE),
                staff(account, Service.TICKET),
                patience);
    }

    private Web staff(Account account, Service service) {
        return at(service).with("Authorization", "Bearer " + stack.tokenFor(account));
    }

    private Web at(Service service) {
        return Web.at(http, stack.replicas(service).stream().map(stack::api).toList());
    }

    private Map<String, String> kafka(String operator) {
        return stack.kafkaClient(operator.toLowerCase(Locale.ROOT));
    }

    private ClientLog log(String client) {
        ClientLog log = new ClientLog(folder, client);
        logs.add(log);
        return log;
    }

    @Override
    public void close() {
        patience.end();
        threads.close();
        operators.forEach(Operator::close);
        http.close();
        logs.forEach(ClientLog::close);
    }
}
