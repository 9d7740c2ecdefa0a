package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;
import static id.sigap.local.service.Service.NOTIFIER;
import static id.sigap.local.service.Service.SLA;
import static id.sigap.local.service.Service.TICKET;
import static id.sigap.local.service.Service.VERIFICATION;

import id.sigap.events.Topic;
import id.sigap.local.service.Service;
import id.sigap.local.stack.KafkaRights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who follows which topic. Not the chat's sockets: they may miss a message, clients resume. */
final class Receivers {

    static final Map<String, List<Service>> OF = Map.of(
            Topic.Name.REPORTS, List.of(VERIFICATION),
            Topic.Name.VERIFICATIONS, List.of(INTAKE, TICKET),
            Topic.Name.TICKETS, List.of(INTAKE, NOTIFIER, SLA),
            Topic.Name.CONFIRMATIONS, List.of(TICKET, SLA),
            Topic.Name.SLA, List.of());

    /** Who writes it. */
    static final Map<String, Service> WRITER = Map.of(
            Topic.Name.REPORTS, INTAKE,
            Topic.Name.VERIFICATIONS, VERIFICATION,
            Topic.Name.TICKETS, TICKET,
            Topic.Name.CONFIRMATIONS, NOTIFIER,
            Topic.Name.SLA, SLA);

    private Receivers() {}

    /** The consumer groups that must come to the end of a topic. */
    static List<String> groups(String topic) {
        boolean operators = KafkaRights.OPERATORS.stream()
                .anyMatch(operator -> Topic.confirmationsOf(operator).name().equals(topic));
        return operators
                ? List.of(NOTIFIER.id() + "-replies")
                : OF.getOrDefault(topic, List.of()).stream().map(Service::id).toList();
    }

    /** The topics of each of those groups. */
    static Map<String, List<String>> topicsByGroup() {
        Map<String, List<String>> topics = new TreeMap<>();
        Stream.concat(OF.keySet().stream(), KafkaRights.OPERATORS.stream().map(operator -> Topic.confirmationsOf(
                                operator)
                        .name()))
                .forEach(topic -> groups(topic).forEach(group -> topics.computeIfAbsent(group, _ -> new ArrayList<>())
                        .add(topic)));
        return topics;
    }
}
