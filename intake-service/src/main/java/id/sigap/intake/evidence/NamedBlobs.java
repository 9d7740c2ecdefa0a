package id.sigap.intake.evidence;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Somebody whose rows name blobs in the store: what nobody names is swept. */
public interface NamedBlobs {

    /** Those of the blobs that a row names, in the caller's transaction. */
    Set<UUID> among(List<UUID> blobs);
}
