package id.sigap.service;

/** Optimistic locking over HTTP: what somebody decides on must be what they saw. */
public final class ETags {

    private ETags() {}

    /** The {@code ETag} header's value for a version. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /**
     * @param ifMatch the {@code If-Match} header; null or {@code *} asks for no check
     * @throws Refusal 412 if the thing has another version now
     */
    public static void requireMatch(String ifMatch, long version) {
        if (ifMatch != null && !ifMatch.strip().equals("*") && !ifMatch.contains(of(version))) {
            throw new Refusal(412, "precondition-failed", version);
        }
    }
}
