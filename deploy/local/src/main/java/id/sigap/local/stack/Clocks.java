package id.sigap.local.stack;

import id.sigap.infrastructure.ShiftableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The clocks of a stack that can be set wrong, as many as were asked for; all right at the start. */
final class Clocks implements AutoCloseable {

    private final Map<Clocked, ShiftableClock> shiftable = new EnumMap<>(Clocked.class);

    /** @param folder where each keeps by how much it is wrong */
    Clocks(Path folder, Set<Clocked> wanted) {
        wanted.forEach(who ->
                shiftable.put(who, ShiftableClock.in(folder.resolve(who.name().toLowerCase(Locale.ROOT)))));
    }

    /** What the processes need in their environment; nothing where their clock is the machine's. */
    Map<String, String> environmentOf(Clocked who) {
        ShiftableClock clock = shiftable.get(who);
        if (clock == null) {
            return Map.of();
        }
        return switch (who) {
            case POSTGRES -> clock.environmentOfOneThread();
            case SERVICES -> clock.environmentOfManyThreads();
        };
    }

    /** @throws IllegalArgumentException if this clock is the machine's */
    void shift(Clocked who, Duration by) {
        ShiftableClock clock = shiftable.get(who);
        if (clock == null) {
            throw new IllegalArgumentException(
                    who + " go by the machine's clock; start the stack with StackOptions.shiftable");
        }
        clock.shift(by);
    }

    @Override
    public void close() {
        shiftable.values().forEach(ShiftableClock::close);
    }
}
