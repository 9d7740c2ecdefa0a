package id.sigap.service;

import id.sigap.reliable.Trace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Makes a refusal into the response the reader can understand. */
@ApplicationScoped
class Answers {

    private final Trace trace;

    Answers(Trace trace) {
        this.trace = trace;
    }

    Response to(Refusal refusal, HttpHeaders request) {
        Locale language = language(request);
        List<Problem.Field> fields = refusal.errors().stream()
                .map(e -> new Problem.Field(e.field(), Texts.text(language, e.code() + ".detail", e.arguments())))
                .toList();
        Response.ResponseBuilder answer =
                problem(refusal.status(), refusal.code(), language, fields, refusal.extensions(), refusal.arguments());
        refusal.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
        return answer.build();
    }

    Response.ResponseBuilder problem(
            int status,
            String code,
            Locale language,
            List<Problem.Field> fields,
            Map<String, Object> extensions,
            Object... arguments) {
        return Response.status(status)
                .type(MediaType.valueOf(Problem.MEDIA_TYPE))
                .language(language)
                .entity(new Problem(
                        Problem.TYPES + code,
                        Texts.text(language, code + ".title"),
                        status,
                        sentence(Texts.text(language, code + ".detail", arguments)),
                        fields,
                        extensions,
                        Arrays.asList(arguments)));
    }

    Locale language(HttpHeaders request) {
        return Texts.language(request.getAcceptableLanguages());
    }

    String traceId() {
        return trace.current().traceId();
    }

    /** A text may begin with an argument. */
    private static String sentence(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
