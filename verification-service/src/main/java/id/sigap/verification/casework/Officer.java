package id.sigap.verification.casework;

/**
 * Who acts on a case.
 *
 * @param id the account id
 * @param rank what the account may do beyond its own cases
 */
public record Officer(String id, Rank rank) {

    /** A supervisor may act on cases that others hold. */
    public enum Rank {
        OFFICER,
        SUPERVISOR
    }

    boolean isSupervisor() {
        return rank == Rank.SUPERVISOR;
    }
}
