package id.sigap.intake.page.robot;

import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.intake.testing.Vault;
import id.sigap.intake.testing.WithSurroundings;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** So many ways through the report's form that each answer meets each disturbance on each page. */
@Tag("full")
@QuarkusTest
@WithSurroundings
@ExtendWith(Browsing.class)
class AllBranchesTest {

    private static final int FIRST = 1000;
    /** More than it takes: {@link WalkTest} says whether they are enough. */
    private static final int DRAWN = 2000;

    @TestHTTPResource("/")
    URL home;

    @BeforeEach
    void nobodyCameBefore() {
        Vault.forgetAllowances();
    }

    /** Of each walk that brings an answer and a disturbance together on a page where they have not met. */
    static LongStream seeds() {
        Set<Walk.Meeting> met = new HashSet<>();
        return LongStream.range(FIRST, FIRST + DRAWN)
                .filter(seed -> met.addAll(Walk.by(seed).meetings()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aReport_comesThrough_whateverIsChosen_andWhateverPeopleDo(long seed, Visitor visitor) {
        Walk walk = Walk.by(seed);
        walk.through(new Robot(visitor, walk.language(), walk.scripts()), home.toString());
    }
}
