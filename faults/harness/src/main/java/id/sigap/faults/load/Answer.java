package id.sigap.faults.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.sigap.faults.history.Phase;

/**
 * What came of a call.
 *
 * @param phase what the client may conclude from it
 * @param status HTTP's; 0 without an answer
 */
record Answer(Phase phase, int status, JsonNode body, String why) {

    private static final int CONFLICT = 409;
    private static final int TIMED_OUT = 408;
    private static final int TOO_MANY = 429;

    static Answer of(int status, JsonNode body) {
        Phase phase = status / 100 == 2
                ? Phase.OK
                : status / 100 == 4 && status != TIMED_OUT && status != TOO_MANY ? Phase.FAIL : Phase.UNKNOWN;
        return new Answer(
                phase, status, body, phase == Phase.OK ? "" : body.path("title").asText());
    }

    /** It is done, and nobody had to be asked. */
    static Answer yes() {
        return new Answer(Phase.OK, 0, MissingNode.getInstance(), "");
    }

    static Answer none(Exception failure) {
        return new Answer(
                Phase.UNKNOWN, 0, MissingNode.getInstance(), failure.getClass().getSimpleName());
    }

    /** What is no longer possible will not be possible either. */
    boolean isTooLate() {
        return status == CONFLICT;
    }

    boolean isOk() {
        return phase == Phase.OK;
    }

    String text(String field) {
        return body.path(field).asText();
    }
}
