package id.sigap.ticket.ticket;

import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which tickets a list shows, newest first: an id is a UUIDv7, so its order is the order of opening.
 *
 * @param before the last ticket of the page before; empty for the first page
 */
record TicketFilter(
        Optional<State> state, Optional<OperatorCode> operator, Optional<Msisdn> number, Optional<UUID> before) {

    /** PostgreSQL's, with named parameters; each combination has an index to walk, which a test holds it to. */
    String sql() {
        String conditions = parameters().keySet().stream()
                .sorted()
                .map(name -> name.equals("id") ? "id < :id" : name + " = :" + name)
                .collect(Collectors.joining(" and "));
        return "select * from ticket" + (conditions.isEmpty() ? "" : " where " + conditions) + " order by id desc";
    }

    Map<String, Object> parameters() {
        Map<String, Object> parameters = new HashMap<>();
        state.ifPresent(s -> parameters.put("state", s.name()));
        operator.ifPresent(o -> parameters.put("operator", o.value()));
        number.ifPresent(n -> parameters.put("number", n.value()));
        before.ifPresent(id -> parameters.put("id", id));
        return parameters;
    }
}
