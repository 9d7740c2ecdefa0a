package id.sigap.faults.load;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** One number's way through the procedure, from the first report to what the citizen is told at the end. */
record Passage(
        Story story,
        String number,
        List<Picture> pictures,
        List<Officer> officers,
        Officer regulator,
        Supplier<Reporter> somebody,
        Exchange exchange,
        Duration moment,
        ExecutorService threads) {

    /** When, from the report on, a reporter may take it back at the latest. */
    private static final int MOMENTS_MILLIS = 4000;

    private static final String OTHER_OPERATOR = "INDOSAT";

    static Passage of(
            Story story,
            String number,
            RandomGenerator random,
            List<Officer> officers,
            Officer regulator,
            Supplier<Reporter> somebody,
            Exchange exchange,
            ExecutorService threads) {
        List<Picture> pictures =
                random.nextInt(3) == 0 ? List.of(Picture.of(random), Picture.of(random)) : List.of(Picture.of(random));
        List<Officer> rota = random.nextBoolean() ? officers : officers.reversed();
        Duration moment = Duration.ofMillis(random.nextInt(MOMENTS_MILLIS));
        return new Passage(story, number, pictures, rota, regulator, somebody, exchange, moment, threads);
    }

    /** @throws GaveUp if it is over before it came to its end */
    void walk() {
        switch (story) {
            case BLOCKED, BLOCKED_IN_A_HURRY, ANSWERED_LATE -> blocked(1);
            case DECIDED_TWICE -> blocked(2);
            case REPORTED_TWICE -> together(() -> blocked(1), () -> blocked(1));
            case REJECTED -> rejected();
            case APPEALED -> {
                blocked(1);
                appealed();
            }
            case APPEALED_EARLY -> appealedEarly();
            case RELEASED -> {
                blocked(1);
                officers.getFirst().proposesRelease(number);
                officers.getLast().approvesRelease(number);
            }
            case REROUTED -> {
                Reporter reporter = verified(1);
                officers.getFirst().reroutes(number, OTHER_OPERATOR);
                reporter.seesReport("CLOSED");
            }
            case DECLINED -> {
                Reporter reporter = verified(1);
                officers.getFirst().givesUp(number);
                reporter.seesReport("CLOSED");
            }
            case WITHDRAWN -> withdrawn();
            case ASKED_AGAIN -> askedAgain();
        }
    }

    private void blocked(int deciding) {
        verified(deciding).seesReport("CLOSED");
    }

    private Reporter verified(int deciding) {
        Reporter reporter = reported();
        String hashes = officers.getFirst().findsCase(reporter.id(), pictures.size());
        together(officers.stream()
                .limit(deciding)
                .<Runnable>map(officer -> () -> officer.verifies(reporter.id(), hashes))
                .toArray(Runnable[]::new));
        return reporter;
    }

    private void rejected() {
        Reporter reporter = reported();
        String hashes = officers.getFirst().findsCase(reporter.id(), pictures.size());
        officers.getFirst().rejects(reporter.id(), hashes);
        reporter.seesReport("REJECTED");
    }

    private void appealedEarly() {
        Reporter reporter = verified(1);
        exchange.awaitAsked(number);
        appealed();
        reporter.seesReport("CLOSED");
    }

    private void withdrawn() {
        Reporter reporter = somebody.get();
        reporter.reports(number, narrative());
        AtomicBoolean verified = new AtomicBoolean();
        together(() -> reporter.withdrawsAfter(moment), () -> {
            if (!reporter.handsIn(pictures.getFirst())) {
                return;
            }
            String hashes = officers.getFirst().findsCase(reporter.id(), 1);
            verified.set(officers.getFirst().verifiesUnlessWithdrawn(reporter.id(), hashes));
        });
        reporter.seesReport(verified.get() ? "CLOSED" : "WITHDRAWN");
    }

    private void askedAgain() {
        Reporter reporter = somebody.get();
        reporter.reports(number, narrative());
        Officer officer = officers.getFirst();
        officer.asksForEvidence(reporter.id());
        pictures.forEach(reporter::handsIn);
        String hashes = officer.findsCase(reporter.id(), pictures.size());
        officer.asksForEvidence(reporter.id());
        officer.verifies(reporter.id(), hashes);
        reporter.seesReport("CLOSED");
    }

    private static String narrative() {
        return "Katanya saya menang undian, cerita " + UUID.randomUUID();
    }

    private void appealed() {
        Reporter owner = somebody.get();
        owner.appeals(number, "Nomor ini milik toko kami sejak lama, perkara " + UUID.randomUUID());
        regulator.upholds(owner.id());
        owner.seesAppeal("UNBLOCKED");
    }

    private Reporter reported() {
        Reporter reporter = somebody.get();
        reporter.reports(number, narrative());
        officers.getFirst().findsCase(reporter.id(), 0);
        officers.getFirst().says(reporter.id(), "Mohon kirim buktinya untuk " + reporter.id());
        reporter.says("Baik, saya kirim sekarang " + reporter.id());
        pictures.forEach(reporter::handsIn);
        return reporter;
    }

    private void together(Runnable... what) {
        CompletableFuture<?>[] all = new CompletableFuture<?>[what.length];
        for (int i = 0; i < what.length; i++) {
            all[i] = CompletableFuture.runAsync(what[i], threads);
        }
        try {
            CompletableFuture.allOf(all).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
