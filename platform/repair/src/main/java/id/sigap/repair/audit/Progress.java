package id.sigap.repair.audit;

/** Told how far an audit is, many times a second. */
@FunctionalInterface
public interface Progress {

    /**
     * @param what is being read
     * @param done how many so far
     * @param about how many there are, as far as known; 0 if not
     */
    void at(String what, long done, long about);
}
