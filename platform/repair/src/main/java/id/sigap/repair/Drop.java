package id.sigap.repair;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives dead letters up for good. What the service would have done on such an event is never done; events of the same aggregate that
 * wait behind it go on, because the inbox's position moves past it. That is right only for the next version: to drop a later one would
 * drop what is missing before it too, so it is refused.
 */
public final class Drop {

    // As the service does: the event's id first, so that the two never wait for each other in a circle.
    private static final String REMEMBER_ID = "insert into inbox (event_id) values (?) on conflict do nothing";

    private static final String POSITION =
            "select version from inbox_position where topic = ? and subject = ? for update";

    private static final String MOVE = """
            insert into inbox_position (topic, subject, version) values (?, ?, ?)
            on conflict (topic, subject) do update set version = excluded.version where inbox_position.version < excluded.version""";

    private static final String SETTLE = """
            with dropped as (delete from set_aside where id = ? and tries > 0 returning *)
            insert into settled (topic, identity, value_digest, dead_letter, subject, version, outcome, reason)
            select topic, identity, value_digest, id, subject, version, 'DROPPED', reason from dropped on conflict do nothing""";

    private final Connection connection;

    public Drop(Connection connection) {
        this.connection = connection;
    }

    /** How it went with one dead letter. */
    public sealed interface Outcome {

        DeadLetter letter();

        /** @param movedPast whether what waits behind it may go on now */
        record Dropped(DeadLetter letter, boolean movedPast) implements Outcome {}

        /** An earlier version of the aggregate was not handled either; it has to be replayed or dropped first, or still has to come. */
        record NotNext(DeadLetter letter, long next) implements Outcome {}

        /** Somebody else was faster. */
        record Gone(DeadLetter letter) implements Outcome {}
    }

    /** In one transaction, of each aggregate in order: a later one may become the next by dropping an earlier one. */
    public List<Outcome> drop(Selection selection) throws SQLException {
        return Transaction.over(connection, () -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (DeadLetter letter : new DeadLetterShelf(connection).list(selection, Integer.MAX_VALUE)) {
                outcomes.add(drop(letter));
            }
            return outcomes;
        });
    }

    private Outcome drop(DeadLetter letter) throws SQLException {
        if (letter.version().isEmpty()) {
            return settle(letter, false);
        }
        String subject = letter.key().orElseThrow();
        long version = letter.version().getAsLong();
        long position = position(letter.topic(), subject);
        if (version > position + 1) {
            return new Outcome.NotNext(letter, position + 1);
        }
        if (version <= position) {
            return settle(letter, false);
        }
        rememberId(letter);
        move(letter.topic(), subject, version);
        return settle(letter, true);
    }

    private Outcome settle(DeadLetter letter, boolean movedPast) throws SQLException {
        try (PreparedStatement settle = connection.prepareStatement(SETTLE)) {
            settle.setObject(1, letter.id());
            return settle.executeUpdate() == 1 ? new Outcome.Dropped(letter, movedPast) : new Outcome.Gone(letter);
        }
    }

    private void rememberId(DeadLetter letter) throws SQLException {
        Optional<String> id = Optional.ofNullable(letter.headers().get("ce_id"));
        if (id.isPresent()) {
            try (PreparedStatement remember = connection.prepareStatement(REMEMBER_ID)) {
                remember.setObject(1, UUID.fromString(id.get()));
                remember.executeUpdate();
            }
        }
    }

    private long position(String topic, String subject) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(POSITION)) {
            select.setString(1, topic);
            select.setString(2, subject);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private void move(String topic, String subject, long version) throws SQLException {
        try (PreparedStatement move = connection.prepareStatement(MOVE)) {
            move.setString(1, topic);
            move.setString(2, subject);
            move.setLong(3, version);
            move.executeUpdate();
        }
    }
}
