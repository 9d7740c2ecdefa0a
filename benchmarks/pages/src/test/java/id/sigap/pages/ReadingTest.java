package id.sigap.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** On a report that Lighthouse 12.8.2 wrote of the citizen's front page, without its pictures and texts. */
@Tag("quick")
class ReadingTest {

    private final ObjectNode recorded = recorded();

    @Test
    void marks_areThoseOfTheReport() {
        // When
        Reading reading = Reading.of(recorded, Category.ALL);
        // Then
        assertThat(reading.marks()).containsOnlyKeys(Category.values()).allSatisfy((category, mark) -> assertThat(mark)
                .isEqualTo(
                        recorded.at("/categories/" + category.id() + "/score").doubleValue()));
    }

    @Test
    void losses_addUpToWhatIsMissing() {
        // When
        Reading reading = Reading.of(recorded, Category.ALL);
        // Then
        assertThat(reading.losses()).allSatisfy((category, losses) -> {
            double lost = losses.stream().mapToDouble(Reading.Loss::cost).sum();
            assertThat(1 - lost).isCloseTo(reading.marks().get(category), offset(0.0051));
        });
    }

    @Test
    void anAudit_thatFails_isNamed_withItsCost() {
        // Given
        fail("color-contrast");
        // When
        Reading reading = Reading.of(recorded, Category.ALL);
        // Then
        assertThat(reading.losses().get(Category.ACCESSIBILITY))
                .first()
                .satisfies(loss -> assertThat(loss.audit()).isEqualTo("color-contrast"))
                .satisfies(loss -> assertThat(loss.cost()).isBetween(0.01, 0.2));
    }

    @Test
    void whatIsNotWanted_isNotRead() {
        assertThat(Reading.of(recorded, Category.WITHOUT_SEO).marks())
                .containsOnlyKeys(Category.PERFORMANCE, Category.ACCESSIBILITY, Category.BEST_PRACTICES);
    }

    @Test
    void aCategoryWithoutAMark_isNoResult() {
        // Given
        ((ObjectNode) recorded.at("/categories/performance")).putNull("score");
        // Then
        assertThatThrownBy(() -> Reading.of(recorded, Category.ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("performance");
    }

    private void fail(String audit) {
        JsonNode found = recorded.at("/audits/" + audit);
        assertThat(found.path("score").asInt()).isEqualTo(1);
        ((ObjectNode) found).put("score", 0);
    }

    private static ObjectNode recorded() {
        try (InputStream in = ReadingTest.class.getResourceAsStream("home.json")) {
            return (ObjectNode) new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
