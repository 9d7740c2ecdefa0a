package id.sigap.verification.appeal;

import java.time.Instant;

/**
 * Somebody decides on an appeal.
 *
 * @param by the account id
 * @param part what they had to do with the block
 */
record Deciding(String by, Part part, Instant at) {

    /** What somebody had to do with the block appealed against. */
    enum Part {
        NONE,
        /** They found the fraud, or approved the finding. */
        DECIDED_THE_BLOCK
    }
}
