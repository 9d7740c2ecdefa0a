package id.sigap.repair;

import java.util.Optional;
import java.util.UUID;

/**
 * Which dead letters of a service are meant.
 *
 * @param id one of them
 * @param topic those of one topic
 */
public record Selection(Optional<UUID> id, Optional<String> topic) {

    public static final Selection ALL = new Selection(Optional.empty(), Optional.empty());

    public static Selection of(UUID id) {
        return new Selection(Optional.of(id), Optional.empty());
    }

    public static Selection on(String topic) {
        return new Selection(Optional.empty(), Optional.of(topic));
    }
}
