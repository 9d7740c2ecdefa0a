package id.sigap.bench.load;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers that belong to nobody, each given once: an allocated prefix, then zeros, and digits at the end to tell them apart. Nobody is ever called. */
public final class Numbers {

    private static final int OF_EACH_PREFIX = 10_000;
    private static final List<String> PREFIXES = List.of(
            "811", "812", "813", "821", "822", "823", "851", "852", "853", "814", "815", "816", "855", "856", "857",
            "858", "895", "896", "897", "898", "899", "817", "818", "819", "859", "877", "878", "879", "831", "832",
            "833", "838", "881", "882", "883", "887", "888", "889");

    private final AtomicInteger given = new AtomicInteger();

    /** In E.164 form. */
    public String next() {
        int number = given.getAndIncrement();
        String prefix = PREFIXES.get(number / OF_EACH_PREFIX % PREFIXES.size());
        return "+62%s00000%04d".formatted(prefix, number % OF_EACH_PREFIX);
    }
}
