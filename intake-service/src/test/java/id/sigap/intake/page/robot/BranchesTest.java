package id.sigap.intake.page.robot;

import id.sigap.browser.Browsing;
import id.sigap.browser.Visitor;
import id.sigap.intake.testing.Citizen;
import id.sigap.intake.testing.Vault;
import id.sigap.intake.testing.WithSurroundings;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A sample of the ways through the forms; {@link AllBranchesTest} walks many more. */
@Tag("service")
@QuarkusTest
@WithSurroundings
@ExtendWith(Browsing.class)
class BranchesTest {

    private static final int SAMPLE = 6;

    @TestHTTPResource("/")
    URL home;

    /** All of them come from one address, and some without a proof of work. */
    @BeforeEach
    void nobodyCameBefore() {
        Vault.forgetAllowances();
    }

    static LongStream seeds() {
        return LongStream.range(0, SAMPLE);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aReport_comesThrough_whateverIsChosen_andWhateverPeopleDo(long seed, Visitor visitor) {
        Walk walk = Walk.by(seed);
        walk.through(new Robot(visitor, walk.language(), walk.scripts()), home.toString());
    }

    @ParameterizedTest(name = "{0}, {1}, scripts: {2}")
    @MethodSource("visits")
    void anAppeal_comesThrough_whateverPeopleDo(
            Disturbance disturbance, String language, boolean scripts, Visitor visitor) {
        // Given
        Robot robot = new Robot(visitor, language, scripts);
        robot.goTo(home.toString());
        robot.follow("navAppeal");
        robot.isAt("appealTitle");
        // When: with nothing in it
        robot.press("appealGo");
        robot.isTold("appealNumber", robot.words().language().equals("id") ? "Isi nomornya" : "Write the number");
        robot.type("appealNumber", "0811 0000 0071");
        robot.type("appealStatement", "Nomor ini milik saya sejak 2019.\nDipakai untuk warung.");
        robot.type("name", "Ani Contoh");
        robot.type("email", Citizen.newMailbox());
        robot.type("appealMobile", "0812 0000 0072");
        // once it is taken, Back leads to the appeal itself
        Disturbance possible = disturbance == Disturbance.BACK_AND_FORWARD ? Disturbance.RELOAD : disturbance;
        robot.leave("appealGo", "email", possible, "appealTitle", "appealTakenTitle");
        robot.reads("#receipt-code");
        robot.follow("appealDocumentsGo");
        robot.isAt("appealOf");
        robot.submit("appealSubmit");
        // Then
        robot.isAt("appealOf");
        robot.page().goBack();
        robot.isInOrder();
    }

    @ParameterizedTest(name = "{0}, {1}, scripts: {2}")
    @MethodSource("visits")
    void aNumber_isChecked_whateverPeopleDo(
            Disturbance disturbance, String language, boolean scripts, Visitor visitor) {
        // Given
        Robot robot = new Robot(visitor, language, scripts);
        robot.goTo(home.toString());
        robot.follow("navCheck");
        robot.isAt("checkTitle");
        // When: with nothing in it, and with nothing that can be read
        robot.press("checkGo");
        robot.isTold("checkLabel", robot.words().language().equals("id") ? "Isi nomornya" : "Write the number");
        robot.type("checkLabel", "bukan nomor");
        robot.press("checkGo");
        robot.isTold("checkLabel", robot.words().language().equals("id") ? "Bukan nomor" : "Not a telephone number");
        robot.type("checkLabel", "0811 0000 0071");
        robot.leave("checkGo", "checkLabel", disturbance, "checkTitle", "checkTitle");
        // Then
        robot.sees("+62 811-0000-0071");
        robot.sees(robot.words().of("known_$NOTHING"));
    }

    static Stream<Arguments> visits() {
        return Stream.of(Disturbance.values())
                .map(disturbance -> Arguments.of(
                        disturbance, disturbance.ordinal() % 2 == 0 ? "id" : "en", disturbance.ordinal() % 3 != 0));
    }
}
