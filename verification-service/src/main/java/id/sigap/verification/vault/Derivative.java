package id.sigap.verification.vault;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How far a piece of evidence is on its way to be shown: the vault makes pictures, films and recordings that a browser can show, without what a
 * camera wrote beside them.
 *
 * @param mediaType null unless it is ready
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Derivative(UUID evidence, State state, String mediaType) {

    /** As the vault says it. */
    public enum State {
        PENDING,
        READY,
        IMPOSSIBLE,
        NO_PROGRAM
    }

    static Map<UUID, Derivative> byEvidence(List<Derivative> derivatives) {
        return derivatives.stream().collect(Collectors.toUnmodifiableMap(Derivative::evidence, made -> made));
    }

    /** It can be shown, and is of such a kind. @param kind as {@code image/} */
    public boolean shows(String kind) {
        return state == State.READY && mediaType != null && mediaType.startsWith(kind);
    }
}
