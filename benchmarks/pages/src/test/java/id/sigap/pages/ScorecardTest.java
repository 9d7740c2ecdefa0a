package id.sigap.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("quick")
class ScorecardTest {

    @Test
    void theMedian_counts_notTheMean() {
        assertThat(page("home", 1.0, 0.1, 0.99, 0.98, 0.2).median(Category.PERFORMANCE))
                .isEqualTo(0.98);
    }

    @Test
    void ofAnEvenNumber_theWorseOfTheTwoInTheMiddle_counts() {
        assertThat(page("home", 1.0, 0.97).median(Category.PERFORMANCE)).isEqualTo(0.97);
    }

    @ParameterizedTest
    @CsvSource({"0.98, true", "0.979, false", "1, true", "0, false"})
    void theBar_isReached_from98On(double mark, boolean passed) {
        assertThat(new Scorecard(List.of(page("home", 1.0), page("case", mark))).isPassed())
                .isEqualTo(passed);
    }

    @Test
    void whatIsBelow_isNamed_withWhatCostMost() {
        assertThat(new Scorecard(List.of(page("case", 0.9))).markdown())
                .contains("| page | performance | accessibility | best-practices | seo |\n| --- |")
                .contains("| case | 0.90 missed | – | – | – |")
                .contains("- case, performance: 0.90, bar 0.98: largest-contentful-paint (2.9 s)");
    }

    @Test
    void aPageThatWasNotMeasured_isNoResult() {
        assertThatThrownBy(() -> page("home")).isInstanceOf(IllegalArgumentException.class);
    }

    private static PageResult page(String name, double... marks) {
        return new PageResult(
                name,
                Set.of(Category.PERFORMANCE),
                Arrays.stream(marks).mapToObj(ScorecardTest::reading).toList());
    }

    private static Reading reading(double mark) {
        List<Reading.Loss> losses =
                mark == 1 ? List.of() : List.of(new Reading.Loss("largest-contentful-paint", 1 - mark, "2.9 s"));
        return new Reading(Map.of(Category.PERFORMANCE, mark), Map.of(Category.PERFORMANCE, losses));
    }
}
