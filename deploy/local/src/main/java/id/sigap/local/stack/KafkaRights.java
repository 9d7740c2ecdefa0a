package id.sigap.local.stack;

import id.sigap.events.OperatorCode;
import id.sigap.events.Topic;
import id.sigap.infrastructure.KafkaUser;
import id.sigap.local.StackFailed;
import id.sigap.local.service.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What one user may do on Kafka; whatever isn't here is refused.
 *
 * @param names what its consumer groups are called
 * @param reads topics, without their dead letters
 * @param rereads dead-letter topics
 * @param writes topics
 * @param transactions what its transactions are called; none, and it writes without
 * @param watches whose consumer groups it may look at, to see how far they have come
 */
public record KafkaRights(
        OwnNames names,
        Set<String> reads,
        Set<String> rereads,
        Set<String> writes,
        Set<OwnNames> transactions,
        Set<OwnNames> watches) {

    public static final String ADMIN = "admin";

    /** The operators of record. */
    public static final List<OperatorCode> OPERATORS =
            List.of(new OperatorCode("TELKOMSEL"), new OperatorCode("INDOSAT"), new OperatorCode("XLSMART"));

    public KafkaRights {
        reads = Set.copyOf(reads);
        rereads = Set.copyOf(rereads);
        writes = Set.copyOf(writes);
        transactions = Set.copyOf(transactions);
        watches = Set.copyOf(watches);
    }

    public String user() {
        return names.user();
    }

    /** A service writes its own topic, and puts what it could not handle beside the topics it reads. */
    public static KafkaRights of(Service service) {
        return switch (service) {
            // its own topic too: a replica hears there what another one's citizens were told
            case INTAKE -> service(service, Topic.REPORTS, Topic.REPORTS, Topic.VERIFICATIONS, Topic.TICKETS);
            case VERIFICATION -> service(service, Topic.VERIFICATIONS, Topic.REPORTS);
            case TICKET -> service(service, Topic.TICKETS, Topic.VERIFICATIONS, Topic.CONFIRMATIONS);
            case NOTIFIER -> notifier();
            case SLA -> service(service, Topic.SLA, Topic.TICKETS, Topic.CONFIRMATIONS);
        };
    }

    /**
     * An operator reads what it is asked, answers, in transactions if it likes, and sees which of its answers were not understood.
     *
     * @throws IllegalArgumentException if its user would be one of ours
     */
    public static KafkaRights of(OperatorCode operator) {
        operator.refuseIfOurs();
        OwnNames names = OwnNames.of(operator);
        String confirmations = Topic.confirmationsOf(operator).name();
        return new KafkaRights(
                names,
                Set.of(Topic.requestsTo(operator).name()),
                Set.of(Topic.deadLettersOf(confirmations).name()),
                Set.of(confirmations),
                Set.of(names),
                Set.of());
    }

    public static List<KafkaRights> ofEveryone() {
        List<KafkaRights> all = new ArrayList<>();
        for (Service service : Service.values()) {
            all.add(of(service));
        }
        all.addAll(ofOperators());
        return all;
    }

    static List<KafkaRights> ofOperators() {
        return OPERATORS.stream().map(KafkaRights::of).toList();
    }

    private static KafkaRights service(Service service, Topic own, Topic... read) {
        Set<String> reads = new TreeSet<>();
        for (Topic topic : read) {
            reads.add(topic.name());
        }
        return withDeadLetters(service, reads, Set.of(own.name()), Set.of());
    }

    private static KafkaRights notifier() {
        Set<String> reads = new TreeSet<>(Set.of(Topic.TICKETS.name()));
        Set<String> writes = new TreeSet<>(Set.of(Topic.CONFIRMATIONS.name()));
        Set<OwnNames> operators = new HashSet<>();
        for (OperatorCode operator : OPERATORS) {
            reads.add(Topic.confirmationsOf(operator).name());
            writes.add(Topic.requestsTo(operator).name());
            operators.add(OwnNames.of(operator));
        }
        return withDeadLetters(Service.NOTIFIER, reads, writes, operators);
    }

    private static KafkaRights withDeadLetters(
            Service service, Set<String> reads, Set<String> writes, Set<OwnNames> watches) {
        Set<String> deadLetters = new TreeSet<>();
        reads.forEach(topic -> deadLetters.add(Topic.deadLettersOf(topic).name()));
        Set<String> all = new TreeSet<>(writes);
        all.addAll(deadLetters);
        return new KafkaRights(OwnNames.of(service), reads, deadLetters, all, Set.of(), watches);
    }

    /** Who logs in as this user. */
    public KafkaUser login(Secrets secrets) {
        return new KafkaUser(user(), secrets.kafka(user()));
    }

    /** Makes the broker's list of rights exactly this one: gives what is missing, takes back what is too much. */
    static void establish(Admin admin, Collection<KafkaRights> wanted) {
        Set<AclBinding> missing = new HashSet<>();
        wanted.forEach(rights -> missing.addAll(rights.bindings()));
        try {
            Set<AclBinding> surplus = new HashSet<>(
                    admin.describeAcls(AclBindingFilter.ANY).values().get());
            Set<AclBinding> kept = new HashSet<>(missing);
            kept.retainAll(surplus);
            missing.removeAll(kept);
            surplus.removeAll(kept);
            admin.createAcls(missing).all().get();
            admin.deleteAcls(surplus.stream().map(AclBinding::toFilter).toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new StackFailed(
                    "Kafka refused its list of rights: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailed("interrupted while Kafka took its list of rights", e);
        }
    }

    private List<AclBinding> bindings() {
        // READ and WRITE each imply DESCRIBE; an idempotent producer needs no more than WRITE
        List<AclBinding> bindings = new ArrayList<>();
        reads.forEach(topic -> bindings.add(allow(AclOperation.READ, topic(topic))));
        rereads.forEach(topic -> bindings.add(allow(AclOperation.READ, topic(topic))));
        writes.forEach(topic -> bindings.add(allow(AclOperation.WRITE, topic(topic))));
        allow(AclOperation.READ, ResourceType.GROUP, Set.of(names), bindings);
        allow(AclOperation.WRITE, ResourceType.TRANSACTIONAL_ID, transactions, bindings);
        allow(AclOperation.DESCRIBE, ResourceType.GROUP, watches, bindings);
        return bindings;
    }

    private void allow(AclOperation operation, ResourceType type, Set<OwnNames> whose, List<AclBinding> bindings) {
        whose.stream()
                .flatMap(its -> its.patterns(type).stream())
                .forEach(pattern -> bindings.add(allow(operation, pattern)));
    }

    private AclBinding allow(AclOperation operation, ResourcePattern what) {
        return new AclBinding(what, new AccessControlEntry("User:" + user(), "*", operation, AclPermissionType.ALLOW));
    }

    private static ResourcePattern topic(String name) {
        return new ResourcePattern(ResourceType.TOPIC, name, PatternType.LITERAL);
    }
}
