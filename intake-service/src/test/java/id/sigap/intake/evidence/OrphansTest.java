package id.sigap.intake.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class OrphansTest {

    @ParameterizedTest(name = "{0} orphans of {1} blobs: too many = {2}")
    @CsvSource({
        "0, 0, false",
        "10, 10, false",
        "11, 11, true",
        "11, 1099, true",
        "11, 1100, false",
        "1000, 100000, false",
        "1001, 100000, true"
    })
    void moreThanTen_andMoreThanAHundredth_isNoAccident(int orphans, int blobs, boolean tooMany) {
        assertThat(Orphans.areTooMany(orphans, blobs, 0.01)).isEqualTo(tooMany);
    }
}
