package id.sigap.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("quick")
class CursorTest {

    @Test
    void aCursor_isReadBackAsItWasWritten() {
        Cursor cursor = Cursor.of("2026-11-23T10:00:00Z", 7, "ünïcode, commas");
        assertThat(Cursor.read(cursor.toString(), 3)).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!!!", "YQ", "bm90IGEgY3Vyc29y"})
    void whatNoPageGave_isRefused(String after) {
        assertThatThrownBy(() -> Cursor.read(after, 2)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.errors()).extracting(Refusal.FieldError::field).containsExactly("after");
        });
    }

    @Test
    void aPage_hasANextOnlyIfThereIsMore() {
        Page<String> first = Page.of(List.of("a", "b", "c"), 2, row -> row, Cursor::of);
        Page<String> last = Page.of(List.of("c"), 2, row -> row, Cursor::of);
        assertThat(first.items()).containsExactly("a", "b");
        assertThat(first.next()).isEqualTo(Optional.of(Cursor.of("b").toString()));
        assertThat(last.next()).isEmpty();
    }
}
