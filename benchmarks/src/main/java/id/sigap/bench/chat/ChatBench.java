package id.sigap.bench.chat;

import id.sigap.bench.Bench;
import id.sigap.bench.load.Numbers;
import id.sigap.bench.load.Reports;
import id.sigap.bench.load.Web;
import id.sigap.bench.measure.Latencies;
import id.sigap.bench.measure.Median;
import id.sigap.bench.report.Bar;
import id.sigap.bench.report.Row;
import id.sigap.bench.stage.BareApp;
import id.sigap.bench.stage.Processes;
import id.sigap.bench.stage.Setup;
import id.sigap.local.service.Service;
import id.sigap.local.stack.LocalStack;
import io.vertx.core.Future;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/** Open conversations of which some speak: stored, journalled and pushed before the answer, beside an echo that does nothing. */
public final class ChatBench implements Bench {

    private static final int HEAP_MEGABYTES = 512;
    private static final int FORMS_AT_ONCE = 16;

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public String meaning() {
        return "messages over thousands of sockets, against a bare echo";
    }

    @Override
    public List<Row> run(Setup setup) {
        int sockets = setup.pick(5_000, 100);
        double perSecond = sockets / 10.0;
        Duration time = setup.pick(Duration.ofSeconds(10), Duration.ofSeconds(2));
        try (LocalStack stack = setup.start(name(), EnumSet.of(Service.INTAKE), HEAP_MEGABYTES);
                BareApp echo = BareApp.start(setup, "echo", "echo", Map.of());
                Web web = new Web(FORMS_AT_ONCE);
                Sockets chatting = new Sockets(web, sockets, "\"ack\"");
                Sockets few = new Sockets(web, sockets, "\"ack\"");
                Sockets echoing = new Sockets(web, sockets, "\"message\"")) {
            Processes processes = Processes.of(stack, Service.INTAKE);
            URI chat = stack.description().api(Service.INTAKE).resolve("/api/v1/chat");
            setup.progress("chat: %,d reports to talk about", sockets);
            List<String> hellos = hellos(new Reports(web, stack.description(), new Numbers()), sockets);

            setup.progress("chat: a tenth of the sockets");
            few.open(chat, hellos.subList(0, sockets / 10));
            few.chat(perSecond / 2, time.multipliedBy(2)); // warms up
            Spent tenth = spend(processes, few, perSecond / 10, time.multipliedBy(2));
            few.hangUp();

            long before = processes.heldKilobytes();
            chatting.open(chat, hellos);
            echoing.open(echo.address().resolve("/echo"), Collections.nCopies(sockets, ""));
            setup.progress("chat: %,d sockets are open", sockets);
            echoing.chat(perSecond, time);
            List<Spent> spoken = new ArrayList<>();
            List<Latencies> echoed = new ArrayList<>();
            for (int round = 1; round <= setup.rounds(); round++) {
                echoed.add(echoing.chat(perSecond, time));
                spoken.add(spend(processes, chatting, perSecond, time));
                setup.progress(
                        "chat: round %d of %d: p99 %.1f ms, echo %.1f ms",
                        round,
                        setup.rounds(),
                        spoken.getLast().latencies().p99(),
                        echoed.getLast().p99());
            }
            double kilobytes = (processes.heldKilobytes() - before) / (double) sockets;
            return rows(spoken, echoed, kilobytes, tenth);
        }
    }

    /** @param millis processor time of service and database, a message */
    private record Spent(Latencies latencies, double millis) {}

    private static Spent spend(Processes processes, Sockets sockets, double perSecond, Duration time) {
        Processes.Bill before = processes.bill();
        Latencies latencies = sockets.chat(perSecond, time);
        Duration spent = processes.bill().minus(before).serviceAndDatabase();
        return new Spent(latencies, spent.toMillis() / (double) latencies.count());
    }

    private static List<String> hellos(Reports reports, int count) {
        List<String> hellos = new ArrayList<>();
        while (hellos.size() < count) {
            List<Future<Reports.Taken>> some = new ArrayList<>();
            for (int i = 0; i < FORMS_AT_ONCE; i++) {
                some.add(reports.take());
            }
            some.forEach(form -> hellos.add("{\"type\":\"hello\",\"receipt\":\"%s\",\"after\":0}"
                    .formatted(form.toCompletionStage()
                            .toCompletableFuture()
                            .join()
                            .receipt())));
        }
        return hellos.subList(0, count);
    }

    private List<Row> rows(List<Spent> spoken, List<Latencies> echoed, double kilobytes, Spent tenth) {
        return List.of(
                Row.shown(name(), "p99 from sending to acknowledged", "ms", Median.of(spoken, r -> r.latencies()
                                .p99()))
                        .against(Median.of(echoed, Latencies::p99))
                        .bar(new Bar.RatioAtMost(3)),
                Row.shown(name(), "p50 from sending to acknowledged", "ms", Median.of(spoken, r -> r.latencies()
                                .p50()))
                        .against(Median.of(echoed, Latencies::p50)),
                Row.shown(name(), "memory of a socket", "kB", kilobytes).bar(new Bar.AtMost(60)),
                Row.shown(
                                name(),
                                "x10 sockets and messages: processor time of each",
                                "ms",
                                Median.of(spoken, Spent::millis))
                        .against(tenth.millis())
                        .bar(Bar.NO_FASTER_THAN_THE_WORK));
    }
}
