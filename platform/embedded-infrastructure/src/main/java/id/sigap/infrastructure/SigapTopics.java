package id.sigap.infrastructure;

import id.sigap.events.OperatorCode;
import id.sigap.events.Topic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The topics of Sigap as a broker is to have them. */
public final class SigapTopics {

    private SigapTopics() {}

    /**
     * The services' topics, the two of each operator, and the dead letters of them all.
     *
     * @param partitions of each; dead letters have one
     */
    public static List<TopicSpec> forOperators(Collection<OperatorCode> operators, int partitions) {
        var specs = new ArrayList<TopicSpec>();
        for (var topic : List.of(Topic.REPORTS, Topic.VERIFICATIONS, Topic.TICKETS, Topic.CONFIRMATIONS, Topic.SLA)) {
            specs.add(TopicSpec.kept(topic.name(), partitions));
        }
        for (var operator : operators) {
            specs.add(TopicSpec.kept(Topic.requestsTo(operator).name(), partitions));
            specs.add(
                    TopicSpec.writtenByStrangers(Topic.confirmationsOf(operator).name(), partitions));
        }
        specs.stream()
                .map(spec -> TopicSpec.kept(Topic.deadLettersOf(spec.name()).name(), 1))
                .toList()
                .forEach(specs::add);
        return List.copyOf(specs);
    }
}
