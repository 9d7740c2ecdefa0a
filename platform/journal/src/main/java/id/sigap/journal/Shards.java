package id.sigap.journal;

/** Which lane of the relay an aggregate's events go by: always the same one, so that they keep their order. */
public final class Shards {

    /** How many lanes; a change needs an empty {@code pending} table. */
    public static final int COUNT = 16;

    private Shards() {}

    public static short of(String subject) {
        return (short) Math.floorMod(subject.hashCode(), COUNT);
    }
}
