package id.sigap.faults.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.BiConsumer;

/**
 * Something done to a healthy world, and what the checker must say of it.
 *
 * @param name for the test report
 * @param words that stand in a finding of the invariant
 */
record Harm(String name, Invariant breaks, BiConsumer<World, Tale> done, String words) {

    void isFound() {
        // Given
        World world = new World();
        Tale tale = Tale.healthy(world);
        // When
        done.accept(world, tale);
        // Then
        assertThat(world.judged().findings().get(breaks))
                .anySatisfy(finding -> assertThat(finding.toString()).contains(words));
    }

    @Override
    public String toString() {
        return breaks + ": " + name;
    }
}
