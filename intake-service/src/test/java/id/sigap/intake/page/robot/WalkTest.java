package id.sigap.intake.page.robot;

import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.report.ReportKind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is walked is what it is said to be: chance alone leaves whole branches out. */
@Tag("quick")
class WalkTest {

    private static final List<Walk> SAMPLE =
            BranchesTest.seeds().mapToObj(Walk::by).toList();

    @Test
    void theSample_hasBothKinds_bothLanguages_andBrowsersWithoutScripts() {
        assertThat(SAMPLE).extracting(Walk::kind).contains(ReportKind.values());
        assertThat(SAMPLE).extracting(Walk::language).contains("id", "en");
        assertThat(SAMPLE).extracting(Walk::scripts).contains(true, false);
        assertThat(SAMPLE).extracting(Walk::changesItsMind).contains(true, false);
    }

    @Test
    void inAllWalks_everyAnswer_meetsEveryDisturbance_onEveryPage() {
        // Given
        var answers = Stream.of(ReportKind.values(), Walk.Suspected.values(), new Boolean[] {true, false})
                .flatMap(Arrays::stream);
        // When
        Set<Walk.Meeting> met = AllBranchesTest.seeds()
                .mapToObj(Walk::by)
                .flatMap(walk -> walk.meetings().stream())
                .collect(Collectors.toSet());
        // Then
        assertThat(met)
                .containsExactlyInAnyOrderElementsOf(answers.flatMap(
                                answer -> IntStream.range(0, Walk.PAGES).boxed().flatMap(page -> Arrays.stream(
                                                Disturbance.values())
                                        .map(disturbance -> new Walk.Meeting(answer, page, disturbance))))
                        .toList());
    }
}
