package id.sigap.bench.relay;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Judges what came: each version of each key once, none before its predecessor. */
final class Order {

    private final Map<String, BitSet> seen = new HashMap<>();
    private long records;
    private long bytes;
    private long doubled;
    private long overtaken;

    /** @param size of the record with key and headers */
    void came(String key, int version, int size) {
        records++;
        bytes += size;
        BitSet versions = seen.computeIfAbsent(key, _ -> new BitSet());
        if (versions.get(version)) {
            doubled++;
        } else if (versions.length() > version) {
            overtaken++;
        }
        versions.set(version);
    }

    long records() {
        return records;
    }

    int averageBytes() {
        return (int) (bytes / records);
    }

    long doubled() {
        return doubled;
    }

    long overtaken() {
        return overtaken;
    }

    /** How many of those expected never came. */
    long lost(long expected) {
        return expected - (records - doubled);
    }
}
