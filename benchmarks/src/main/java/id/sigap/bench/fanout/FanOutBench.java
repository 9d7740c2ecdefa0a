package id.sigap.bench.fanout;

import id.sigap.bench.Bench;
import id.sigap.bench.measure.Median;
import id.sigap.bench.report.Bar;
import id.sigap.bench.report.Row;
import id.sigap.bench.stage.Database;
import id.sigap.bench.stage.Setup;
import id.sigap.events.TicketId;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** intake-service with thousands of reports of one number: how soon each is closed, and its mail queued, once the number is blocked. */
public final class FanOutBench implements Bench {

    private static final int HEAP_MEGABYTES = 512;

    @Override
    public String name() {
        return "fanout";
    }

    @Override
    public String meaning() {
        return "thousands of reports of one number, against one SQL statement";
    }

    /** From the first event said. */
    private record Taken(Duration decided, Duration queued, long wronglyTold) {}

    @Override
    public List<Row> run(Setup setup) {
        int count = setup.pick(5_000, 200);
        try (LocalStack stack = setup.start(name(), EnumSet.of(Service.INTAKE), HEAP_MEGABYTES);
                Crowd crowd = new Crowd(Database.of(stack.infrastructure().postgres(), Service.INTAKE.database()));
                TicketVoice voice = new TicketVoice(stack.description())) {
            setup.progress("fanout: warming up");
            for (int i = 0; i < 3; i++) {
                told(crowd, voice, count);
                byOneStatement(crowd, count);
            }
            List<Taken> taken = new ArrayList<>();
            List<Duration> limit = new ArrayList<>();
            for (int round = 1; round <= setup.rounds(); round++) {
                limit.add(byOneStatement(crowd, count));
                taken.add(told(crowd, voice, count));
                setup.progress(
                        "fanout: round %d of %d: %d ms, mails queued after %d ms, one statement %d ms",
                        round,
                        setup.rounds(),
                        taken.getLast().decided().toMillis(),
                        taken.getLast().queued().toMillis(),
                        limit.getLast().toMillis());
            }
            Taken tenfold = told(crowd, voice, count * 10);
            return rows(count, taken, limit, tenfold);
        }
    }

    private static Taken told(Crowd crowd, TicketVoice voice, int count) {
        TicketId ticket = crowd.gather(count);
        long began = System.nanoTime();
        voice.blocked(ticket);
        crowd.awaitClosed(ticket);
        Duration decided = Duration.ofNanos(System.nanoTime() - began);
        crowd.awaitTold(ticket);
        Duration queued = Duration.ofNanos(System.nanoTime() - began);
        var taken = new Taken(decided, queued, crowd.wronglyTold(ticket));
        crowd.forgetMails();
        return taken;
    }

    private static Duration byOneStatement(Crowd crowd, int count) {
        Duration taken = crowd.endByOneStatement(crowd.gather(count));
        crowd.forgetMails();
        return taken;
    }

    private List<Row> rows(int count, List<Taken> taken, List<Duration> limit, Taken tenfold) {
        double statement = Median.of(limit, Duration::toMillis);
        double queued = Median.of(taken, each -> each.queued().toMillis());
        long wrong = taken.stream().mapToLong(Taken::wronglyTold).sum() + tenfold.wronglyTold();
        return List.of(
                Row.shown(
                                name(),
                                "%,d reports of one number decided".formatted(count),
                                "ms",
                                Median.of(taken, each -> each.decided().toMillis()))
                        .against(statement)
                        .bar(new Bar.AtMost(2_000)),
                Row.shown(name(), "the same, until the last mail is queued", "ms", queued)
                        .against(statement)
                        .bar(new Bar.AtMost(5_000)),
                Row.shown(name(), "reports told not once", "events", wrong).bar(new Bar.AtMost(0)),
                Row.shown(
                                name(),
                                "x10 reports: time for 1,000",
                                "ms",
                                tenfold.queued().toMillis() / (count / 100.0))
                        .against(queued / (count / 1000.0))
                        .bar(Bar.NO_FASTER_THAN_THE_WORK));
    }
}
