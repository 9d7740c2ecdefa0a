package id.sigap.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody read the personal data of a case, or erased it: a link of the case's chain in the table {@code access_log}.
 *
 * @param sequence 1 for the first, without gaps
 * @param what was looked at
 * @param item the piece of evidence, where it was one
 * @param who role and account id
 * @param previousHash the one before it; empty for the first
 */
public record AccessEntry(
        UUID caseId,
        long sequence,
        UUID id,
        String what,
        Optional<UUID> item,
        String who,
        Instant at,
        Optional<byte[]> previousHash) {

    private static final String CHAIN = "access log of ";

    /** What {@link #of} reads. */
    public static final String COLUMNS = "case_id, sequence, id, what, item, who, at, previous_hash";

    /** Over every column, and so over all that was before. */
    public byte[] hash() {
        return new HashInput()
                .add(previousHash.orElse(null))
                .add(caseId)
                .add(sequence)
                .add(id)
                .add(what)
                .add(item.map(UUID::toString).orElse(""))
                .add(who)
                .add(at)
                .sha256();
    }

    /** The chain's name; a case has a journal too, under its id alone. */
    public static String chainOf(UUID caseId) {
        return CHAIN + caseId;
    }

    /** @return whose chain goes by that name; empty if it is none of an access log */
    public static Optional<UUID> caseOf(String chain) {
        return chain.startsWith(CHAIN)
                ? Optional.of(UUID.fromString(chain.substring(CHAIN.length())))
                : Optional.empty();
    }

    public static AccessEntry of(ResultSet row) throws SQLException {
        return new AccessEntry(
                row.getObject("case_id", UUID.class),
                row.getLong("sequence"),
                row.getObject("id", UUID.class),
                row.getString("what"),
                Optional.ofNullable(row.getObject("item", UUID.class)),
                row.getString("who"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getBytes("previous_hash")));
    }
}
