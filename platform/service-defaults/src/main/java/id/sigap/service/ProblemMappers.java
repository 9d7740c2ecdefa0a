package id.sigap.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLDecoder;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.common.util.URLUtils;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure, expected or not, as a problem+json in the reader's language; never a stack trace, never what was typed. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_SECONDS = 5;
    /** What decodes a form, for parameters and for whole forms. */
    private static final Set<String> FORM_READERS = Set.of(URLUtils.class.getName(), URLDecoder.class.getName());

    /** Path elements that are Java's, not the request's. */
    private static final Set<ElementKind> OURS = Set.of(ElementKind.METHOD, ElementKind.RETURN_VALUE);

    private final Answers answers;

    ProblemMappers(Answers answers) {
        this.answers = answers;
    }

    @ServerExceptionMapper
    Response refused(Refusal refusal, HttpHeaders headers) {
        return answers.to(refusal, headers);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException failure, HttpHeaders headers) {
        if (failure.getConstraintViolations().stream().anyMatch(ProblemMappers::isAboutTheMissingBody)) {
            return answers.to(new Refusal(400, "body-missing"), headers);
        }
        List<Problem.Field> fields = failure.getConstraintViolations().stream()
                .map(v -> new Problem.Field(field(v), v.getMessage()))
                .sorted(Comparator.comparing(Problem.Field::field))
                .toList();
        return answers.problem(400, "invalid-input", headers, fields, Map.of()).build();
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException failure, HttpHeaders headers) {
        return answers.to(BodyFaults.refusal(failure), headers);
    }

    /** Named, because Quarkus brings a mapper of its own for exactly this class. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException failure, HttpHeaders headers) {
        return unreadable(failure, headers);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response notSignedIn(Throwable failure, HttpHeaders headers) {
        return answers.problem(401, "unauthorized", headers, List.of(), Map.of())
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException failure, HttpHeaders headers) {
        return answers.to(new Refusal(403, "forbidden"), headers);
    }

    @ServerExceptionMapper
    Response overtaken(OptimisticLockException failure, HttpHeaders headers) {
        return answers.to(new Refusal(409, "conflict"), headers);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException failure, HttpHeaders headers, Request request) {
        Throwable cause = failure.getCause();
        if (cause instanceof JsonProcessingException unreadable) {
            return unreadable(unreadable, headers);
        }
        if (cause instanceof Refusal refusal) {
            return refused(refusal, headers);
        }
        int status = failure.getResponse().getStatus();
        Refusal refusal =
                switch (status) {
                    case 401 -> new Refusal(401, "unauthorized");
                    case 403 -> new Refusal(403, "forbidden");
                    case 404 -> new Refusal(404, "no-such-page");
                    case 405 -> new Refusal(405, "method-not-allowed", request.getMethod());
                    case 406 -> new Refusal(406, "not-acceptable");
                    case 413 -> new Refusal(413, "too-large");
                    case 415 -> new Refusal(415, "unsupported-media-type");
                    default -> status < 500 ? new Refusal(status, "bad-request") : null;
                };
        return refusal == null ? unexpected(failure, headers) : answers.to(refusal, headers);
    }

    @ServerExceptionMapper
    Response tooLarge(BodyTooLarge failure, HttpHeaders headers) {
        return answers.to(BodyTooLarge.refusal(), headers);
    }

    /** Its body stalled, or came too slowly, or was cut off: nobody is there to hear of it, and nothing of ours is broken. */
    @ServerExceptionMapper
    Response cutOff(IOException failure, HttpHeaders headers, RoutingContext exchange) {
        HttpServerResponse answer = exchange.response();
        if (!answer.closed() && !answer.ended()) {
            return unexpected(failure, headers);
        }
        LOG.debugf("the client hung up: %s", failure.getMessage());
        return Response.status(Response.Status.REQUEST_TIMEOUT).build();
    }

    @ServerExceptionMapper
    Response unexpected(Exception failure, HttpHeaders headers) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case Refusal refusal -> {
                    return answers.to(refusal, headers);
                }
                case BodyTooLarge _ -> {
                    return answers.to(BodyTooLarge.refusal(), headers);
                }
                case OptimisticLockException _ -> {
                    return answers.to(new Refusal(409, "conflict"), headers);
                }
                case SQLException sql
                when isConflict(sql) -> {
                    return answers.to(new Refusal(409, "conflict"), headers);
                }
                case IllegalArgumentException unreadable
                when isOfTheRequest(unreadable) -> {
                    return answers.to(new Refusal(400, "bad-request"), headers);
                }
                case SQLException sql
                when isNoText(sql) -> {
                    return answers.to(new Refusal(400, "bad-request"), headers);
                }
                case SQLException sql
                when !isAboutTheData(sql) -> {
                    return unavailable(sql, headers);
                }
                // the database was cut off in the middle of the commit: nobody knows, so the caller may ask again
                case RollbackException rollback
                when rollback.getCause() == null -> {
                    return unavailable(rollback, headers);
                }
                default -> {}
            }
        }
        LOG.errorf(failure, "unexpected failure trace=%s", answers.traceId());
        return answers.problem(500, "internal-error", headers, List.of(), Map.of(), answers.traceId())
                .build();
    }

    private Response unavailable(Exception why, HttpHeaders headers) {
        LOG.warnf("database unavailable: %s", why.getMessage());
        return answers.problem(503, "unavailable", headers, List.of(), Map.of(), RETRY_SECONDS)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }

    /** Serialization failure, deadlock, or a unique constraint two requests ran into at once. */
    private static boolean isConflict(SQLException failure) {
        return Set.of("40001", "40P01", "23505").contains(String.valueOf(failure.getSQLState()));
    }

    /** A form's percent sign without its digits. */
    private static boolean isOfTheRequest(IllegalArgumentException failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0 && FORM_READERS.contains(trace[0].getClassName());
    }

    /** A NUL somewhere in what was sent: PostgreSQL has no place for it. */
    private static boolean isNoText(SQLException failure) {
        return "22021".equals(failure.getSQLState());
    }

    private static boolean isAboutTheData(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("42");
    }

    /** Only a body is a parameter that must not be null: headers and query parameters are read by hand. */
    private static boolean isAboutTheMissingBody(ConstraintViolation<?> violation) {
        Path.Node last = null;
        for (Path.Node node : violation.getPropertyPath()) {
            last = node;
        }
        return last != null && last.getKind() == ElementKind.PARAMETER && violation.getInvalidValue() == null;
    }

    private static String field(ConstraintViolation<?> violation) {
        var path = new StringBuilder();
        for (Path.Node node : violation.getPropertyPath()) {
            boolean body = node.getKind() == ElementKind.PARAMETER && violation.getLeafBean() instanceof Record;
            if (OURS.contains(node.getKind()) || body || node.getName() == null) {
                continue;
            }
            if (!path.isEmpty()) {
                path.append('.');
            }
            path.append(node.getName());
            if (node.getIndex() != null) {
                path.append('[').append(node.getIndex()).append(']');
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }
}
