package id.sigap.faults.load;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
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
        ExecutorService threads) {

    static Passage of(
            Story story,
            String number,
            RandomGenerator random,
            List<Officer> officers,
            Officer regulator,
            Supplier<Reporter> somebody,
            ExecutorService threads) {
        List<Picture> pictures =
                random.nextInt(3) == 0 ? List.of(Picture.of(random), Picture.of(random)) : List.of(Picture.of(random));
        List<Officer> rota = random.nextBoolean() ? officers : officers.reversed();
        return new Passage(story, number, pictures, rota, regulator, somebody, threads);
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
        }
    }

    private void blocked(int deciding) {
        Reporter reporter = reported();
        String hashes = officers.getFirst().findsCase(reporter.id(), pictures.size());
        together(officers.stream()
                .limit(deciding)
                .<Runnable>map(officer -> () -> officer.verifies(reporter.id(), hashes))
                .toArray(Runnable[]::new));
        reporter.seesReport("CLOSED");
    }

    private void rejected() {
        Reporter reporter = reported();
        String hashes = officers.getFirst().findsCase(reporter.id(), pictures.size());
        officers.getFirst().rejects(reporter.id(), hashes);
        reporter.seesReport("REJECTED");
    }

    private void appealed() {
        Reporter owner = somebody.get();
        owner.appeals(number, "Nomor ini milik toko kami sejak lama, perkara " + UUID.randomUUID());
        regulator.upholds(owner.id());
        owner.seesAppeal("UNBLOCKED");
    }

    private Reporter reported() {
        Reporter reporter = somebody.get();
        reporter.reports(number, "Katanya saya menang undian, cerita " + UUID.randomUUID());
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
