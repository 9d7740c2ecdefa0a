package id.sigap.testing.floors;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Can't begin; Surefire doesn't find it. */
@Tag("quick")
class HopelessSample {

    @BeforeAll
    static void wants() {
        assumeTrue(false, "no faketime");
    }

    @Test
    void runs() {}
}
