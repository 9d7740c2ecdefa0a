package id.sigap.local.cli;

import id.sigap.local.StackFailed;
import id.sigap.local.console.Console;
import id.sigap.local.repair.RepairSite;
import id.sigap.local.service.Service;
import id.sigap.repair.Drop;
import id.sigap.repair.Drop.Outcome;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "drop",
        description = {
            "Give dead letters up for good: what the service would have done is never done.",
            "Events of the same aggregate that wait behind one go on, as if it had been handled.",
            "Who dropped what, and when, stays in the service's table settled."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all of them are dropped", "1:some are not, or there were none"},
        mixinStandardHelpOptions = true)
final class DeadLettersDropCommand implements Callable<Integer> {

    private final Workplace workplace;

    @Mixin
    private LetterChoice choice;

    @Mixin
    private Confirmation confirmation;

    @Mixin
    private SiteOptions where;

    DeadLettersDropCommand(Workplace workplace) {
        this.workplace = workplace;
    }

    @Override
    public Integer call() throws SQLException {
        choice.require();
        RepairSite site = where.site(workplace);
        Map<Service, Long> counts = LetterCounts.dead(choice, site);
        if (counts.isEmpty()) {
            throw new StackFailed(choice.toString());
        }
        confirmation.ask(workplace.console(), LetterCounts.told(counts) + " will never be handled. Drop for good?");
        boolean all = true;
        for (Service service : counts.keySet()) {
            try (Connection connection = site.connect(service)) {
                all &= tell(workplace.console(), service, new Drop(connection).drop(choice.selection()));
            }
        }
        return all ? 0 : Main.FAILED;
    }

    /** Whether all of them are dropped. */
    private static boolean tell(Console console, Service service, List<Outcome> outcomes) {
        long dropped =
                outcomes.stream().filter(Outcome.Dropped.class::isInstance).count();
        if (dropped > 0) {
            long behind = behind(outcomes);
            console.good("%s: %d dropped%s"
                    .formatted(
                            service,
                            dropped,
                            behind == 0
                                    ? ""
                                    : "; what waited behind goes on (%s)".formatted(Count.of(behind, "event"))));
        }
        for (Outcome outcome : outcomes) {
            switch (outcome) {
                case Outcome.Dropped _ -> {}
                case Outcome.NotNext refused ->
                    console.bad(
                            ("%s: %s stays: it is version %d of its aggregate, and version %d was not handled either."
                                            + " Replay or drop that one first, or wait until it comes.")
                                    .formatted(
                                            service,
                                            refused.letter().id(),
                                            refused.letter().version().orElseThrow(),
                                            refused.next()));
                case Outcome.Gone gone ->
                    console.line("%s: %s is gone, somebody else was faster"
                            .formatted(service, gone.letter().id()));
            }
        }
        return dropped == outcomes.size();
    }

    /** Several dropped of one aggregate have the same events behind them. */
    private static long behind(List<Outcome> outcomes) {
        Map<String, Long> byAggregate = new HashMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Dropped it && it.movedPast()) {
                byAggregate.put(
                        it.letter().topic() + " " + it.letter().key(),
                        it.letter().behind()); // in order: the last counts
            }
        }
        return byAggregate.values().stream().mapToLong(Long::longValue).sum();
    }
}
