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
import java.util.Locale;
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
 * @param user also the prefix of the consumer groups it may use
 * @param reads topics, without their dead letters
 * @param rereads dead-letter topics
 * @param writes topics
 */
public record KafkaRights(String user, Set<String> reads, Set<String> rereads, Set<String> writes) {

    public static final String ADMIN = "admin";

    /** The operators of record. */
    public static final List<OperatorCode> OPERATORS =
            List.of(new OperatorCode("TELKOMSEL"), new OperatorCode("INDOSAT"), new OperatorCode("XLSMART"));

    public KafkaRights {
        reads = Set.copyOf(reads);
        rereads = Set.copyOf(rereads);
        writes = Set.copyOf(writes);
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

    /** An operator reads what it is asked, answers, and sees which of its answers were not understood. */
    public static KafkaRights of(OperatorCode operator) {
        String confirmations = Topic.confirmationsOf(operator).name();
        return new KafkaRights(
                operator.value().toLowerCase(Locale.ROOT),
                Set.of(Topic.requestsTo(operator).name()),
                Set.of(Topic.deadLettersOf(confirmations).name()),
                Set.of(confirmations));
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
        return withDeadLetters(service, reads, Set.of(own.name()));
    }

    private static KafkaRights notifier() {
        Set<String> reads = new TreeSet<>(Set.of(Topic.TICKETS.name()));
        Set<String> writes = new TreeSet<>(Set.of(Topic.CONFIRMATIONS.name()));
        for (OperatorCode operator : OPERATORS) {
            reads.add(Topic.confirmationsOf(operator).name());
            writes.add(Topic.requestsTo(operator).name());
        }
        return withDeadLetters(Service.NOTIFIER, reads, writes);
    }

    private static KafkaRights withDeadLetters(Service service, Set<String> reads, Set<String> writes) {
        Set<String> deadLetters = new TreeSet<>();
        reads.forEach(topic -> deadLetters.add(Topic.deadLettersOf(topic).name()));
        Set<String> all = new TreeSet<>(writes);
        all.addAll(deadLetters);
        return new KafkaRights(service.id(), reads, deadLetters, all);
    }

    /** Who logs in as this user. */
    public KafkaUser login(Secrets secrets) {
        return new KafkaUser(user, secrets.kafka(user));
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
        List<AclBinding> bindings = new ArrayList<>();
        reads.forEach(topic -> bindings.add(allow(ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.READ)));
        rereads.forEach(
                topic -> bindings.add(allow(ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.READ)));
        writes.forEach(
                topic -> bindings.add(allow(ResourceType.TOPIC, topic, PatternType.LITERAL, AclOperation.WRITE)));
        // READ and WRITE each imply DESCRIBE; an idempotent producer needs no more than WRITE
        bindings.add(allow(ResourceType.GROUP, user, PatternType.PREFIXED, AclOperation.READ));
        return bindings;
    }

    private AclBinding allow(ResourceType type, String name, PatternType pattern, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, name, pattern),
                new AccessControlEntry("User:" + user, "*", operation, AclPermissionType.ALLOW));
    }
}
