package id.sigap.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("quick")
class QueryParametersTest {

    static final class Paging {
        @QueryParam("after")
        String cursor;

        @RestQuery
        int limit;

        String computed;
    }

    static final class Endpoints {
        void none(@PathParam("ticket") String ticket, String body) {}

        void named(@QueryParam("from") String start, @QueryParam("to") String end) {}

        void byTheirOwnNames(@RestQuery String state, @RestQuery("number") String typed) {}

        void together(@BeanParam Paging paging, @QueryParam("state") String state) {}
    }

    static Stream<Arguments> endpoints() {
        return Stream.of(
                Arguments.of("none", Set.of()),
                Arguments.of("named", Set.of("from", "to")),
                Arguments.of("byTheirOwnNames", Set.of("state", "number")),
                Arguments.of("together", Set.of("after", "limit", "state")));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @MethodSource("endpoints")
    void whatAnEndpointTakes_isReadFromItsSignature(String endpoint, Set<String> names) {
        Method method = Arrays.stream(Endpoints.class.getDeclaredMethods())
                .filter(one -> one.getName().equals(endpoint))
                .findFirst()
                .orElseThrow();
        assertThat(QueryParameters.takenBy(method)).isEqualTo(names);
    }
}
