package id.sigap.testing.floors;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A test of every kind; Surefire doesn't find it. */
@Tag("quick")
class ColourfulSample {

    @Test
    void passes() {}

    @Test
    void fails(TestReporter reporter) {
        reporter.publishEntry("seed", "42");
        throw new AssertionError("two\nlines");
    }

    @Test
    void wants() {
        assumeTrue(false, "no tea here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "two"})
    void each(String a) {}

    @Nested
    class Inner {

        @Test
        void inside() {}
    }
}
