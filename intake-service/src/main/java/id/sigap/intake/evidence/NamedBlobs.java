package id.sigap.intake.evidence;

import java.util.UUID;

/** Somebody whose rows name blobs in the store: what nobody names is swept. */
public interface NamedBlobs {

    boolean name(UUID blob);
}
