package id.sigap.web;

import id.sigap.service.Language;
import id.sigap.service.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives each page its language and the headers that guard it, and tells a browser what went wrong as a page instead of as JSON. */
class PageFilter {

    private final Reader reader;
    private final String policy;

    PageFilter(Reader reader, BaseStyle style) {
        this.reader = reader;
        this.policy = policy(style);
    }

    @ServerResponseFilter
    void draw(ContainerRequestContext request, ContainerResponseContext response) {
        switch (response.getEntity()) {
            case Page page -> draw(page, response);
            case Problem problem when wantsPage(request) -> draw(page(problem), response);
            case null, default -> {}
        }
    }

    private Page page(Problem problem) {
        Language language = reader.language();
        return new Page(Faults.problem(problem.titleOnPage(language), problem.detailOnPage(language)));
    }

    private void draw(Page page, ContainerResponseContext response) {
        Language language = reader.language();
        response.setEntity(page.template().setLocale(language.locale()).render());
        MultivaluedMap<String, Object> headers = response.getHeaders();
        headers.putSingle(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
        headers.putSingle(HttpHeaders.CONTENT_LANGUAGE, language.code());
        headers.putSingle(HttpHeaders.VARY, "Accept-Language, Cookie");
        headers.putSingle("Content-Security-Policy", policy);
        headers.putSingle("Cross-Origin-Opener-Policy", "same-origin");
        headers.putSingle("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        page.retryAfter().ifPresent(wait -> {
            headers.putSingle(HttpHeaders.RETRY_AFTER, wait.plusMillis(999).toSeconds());
            // last: it makes a response of its own
            response.setStatus(Status.TOO_MANY_REQUESTS.getStatusCode());
        });
    }

    private static String policy(BaseStyle style) {
        return "default-src 'none'; script-src 'self'; style-src 'self' " + style.source()
                + "; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; manifest-src 'self'"
                + "; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }

    private static boolean wantsPage(ContainerRequestContext request) {
        return !request.getUriInfo().getPath().startsWith("/api/")
                && request.getAcceptableMediaTypes().stream()
                        .anyMatch(type -> type.getSubtype().equals("html"));
    }
}
