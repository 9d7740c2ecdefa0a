package id.sigap.reliable;

/** Which lane of the relay an aggregate's events go by: always the same one, so that they keep their order. */
final class Shards {

    /** How many lanes; a change needs an empty {@code pending} table. */
    static final int COUNT = 16;

    private Shards() {}

    static short of(String subject) {
        return (short) Math.floorMod(subject.hashCode(), COUNT);
    }
}
