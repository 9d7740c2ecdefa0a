package id.sigap.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A program is told in the API's words, a person in the page's, whether the page says it or a script of it. */
@Tag("quick")
class AnswersTest {

    private final Answers answers = new Answers(null);

    @Test
    void aScript_isToldWhatThePageWouldSay() {
        // Given
        var refusal = new Refusal(400, "unknown-parameter", "after");
        // When
        Problem told = (Problem) answers.to(refusal, request("JavaScript")).getEntity();
        // Then
        assertThat(told.detail()).isEqualTo(refusal.detail(Language.EN)).doesNotContain("after");
    }

    @Test
    void aProgram_isToldMore() {
        // When
        Problem told = (Problem) answers.to(new Refusal(400, "unknown-parameter", "after"), request(null))
                .getEntity();
        // Then
        assertThat(told.detail()).contains("after");
    }

    @Test
    void aScript_isToldOfAField_whatThePageWouldSayBesideIt() {
        // Given
        var error = new Refusal.FieldError("after", "unknown-parameter", "after");
        // When
        Problem told = (Problem) answers.to(Refusal.fields(List.of(error)), request("JavaScript"))
                .getEntity();
        // Then
        assertThat(told.errors()).containsExactly(new Problem.Field("after", error.onPage(Language.EN)));
    }

    private static HttpHeaders request(String script) {
        return (HttpHeaders) Proxy.newProxyInstance(
                AnswersTest.class.getClassLoader(),
                new Class<?>[] {HttpHeaders.class},
                (_, method, _) -> method.getName().equals("getHeaderString") ? script : List.of(Locale.ENGLISH));
    }
}
