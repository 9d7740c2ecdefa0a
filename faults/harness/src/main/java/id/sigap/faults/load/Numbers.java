package id.sigap.faults.load;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Numbers of one operator that belong to nobody (zeros in the subscriber part), each given once. */
final class Numbers {

    private static final int OF_EACH_PREFIX = 1000;
    private static final Map<String, List<String>> PREFIXES = Map.of(
            "TELKOMSEL", List.of("811", "812", "813", "821", "822", "823", "851", "852", "853"),
            "XLSMART", List.of("817", "818", "819", "859", "877", "878", "879"),
            "INDOSAT", List.of("814", "815", "816", "855", "856", "857", "858"));

    private final List<String> prefixes;
    private final AtomicInteger given;

    private Numbers(List<String> prefixes, int taken) {
        this.prefixes = prefixes;
        this.given = new AtomicInteger(taken);
    }

    /** @param taken how many from the first one on are others' */
    static Numbers of(String operator, int taken) {
        return new Numbers(PREFIXES.get(operator), taken);
    }

    String next() {
        int number = given.getAndIncrement();
        return "+62%s00000%03d".formatted(prefixes.get(number / OF_EACH_PREFIX), number % OF_EACH_PREFIX);
    }
}
