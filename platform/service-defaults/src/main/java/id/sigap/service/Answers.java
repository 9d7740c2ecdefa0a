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

    /** What the scripts of our pages send along: they show a person what they are answered. */
    private static final String SCRIPT = "X-Requested-With";

    private final Trace trace;

    Answers(Trace trace) {
        this.trace = trace;
    }

    Response to(Refusal refusal, HttpHeaders request) {
        List<Problem.Field> fields = refusal.errors().stream()
                .map(error -> new Problem.Field(error.field(), message(error, request)))
                .toList();
        Response.ResponseBuilder answer =
                problem(refusal.status(), refusal.code(), request, fields, refusal.extensions(), refusal.arguments());
        refusal.retryAfter().ifPresent(wait -> answer.header(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
        return answer.build();
    }

    Response.ResponseBuilder problem(
            int status,
            String code,
            HttpHeaders request,
            List<Problem.Field> fields,
            Map<String, Object> extensions,
            Object... arguments) {
        Locale language = language(request);
        return Response.status(status)
                .type(MediaType.valueOf(Problem.MEDIA_TYPE))
                .language(language)
                .entity(new Problem(
                        Problem.TYPES + code,
                        Texts.first(language, keys(code, "title", request)),
                        status,
                        sentence(Texts.first(language, keys(code, "detail", request), arguments)),
                        fields,
                        extensions,
                        Arrays.asList(arguments)));
    }

    private String message(Refusal.FieldError error, HttpHeaders request) {
        return isScript(request)
                ? error.onPage(Language.among(request.getAcceptableLanguages()).orElse(Language.ID))
                : Texts.text(language(request), error.code() + ".detail", error.arguments());
    }

    /** Who reads a page is told in the page's words, whether the page or its script says it. */
    private static List<String> keys(String code, String part, HttpHeaders request) {
        String ofTheApi = code + "." + part;
        return isScript(request) ? List.of(code + ".page." + part, ofTheApi) : List.of(ofTheApi);
    }

    private static boolean isScript(HttpHeaders request) {
        return request.getHeaderString(SCRIPT) != null;
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
