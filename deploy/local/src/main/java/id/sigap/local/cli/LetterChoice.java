package id.sigap.local.cli;

import id.sigap.local.StackFailed;
import id.sigap.local.repair.RepairSite;
import id.sigap.local.service.Service;
import id.sigap.repair.Selection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which dead letters are meant: one by its id, or many. */
final class LetterChoice {

    @Parameters(paramLabel = "ID", arity = "0..1", description = "One dead letter, by the id that list shows.")
    private UUID id;

    @Option(names = "--service", paramLabel = "SERVICE", description = "Those of one service.")
    private String service;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "Those of one topic, such as sigap.tickets.")
    private String topic;

    @Option(names = "--all", description = "All of them.")
    private boolean all;

    /** @throws StackFailed unless it is said what is meant: nobody means everything by saying nothing */
    void require() {
        if (id != null && (all || service != null || topic != null)) {
            throw new StackFailed("an id names one dead letter; leave --service, --topic and --all out");
        }
        if (id == null && !all && service == null && topic == null) {
            throw new StackFailed("which? Name an id, --topic, --service or --all");
        }
    }

    boolean isOne() {
        return id != null;
    }

    Set<Service> services(RepairSite site) {
        return service == null ? site.services() : Set.of(StartOptions.named(service));
    }

    Selection selection() {
        return new Selection(Optional.ofNullable(id), Optional.ofNullable(topic));
    }

    @Override
    public String toString() {
        return id == null ? "no dead letter" : "no dead letter is called " + id;
    }
}
