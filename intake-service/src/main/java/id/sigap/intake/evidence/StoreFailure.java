package id.sigap.intake.evidence;

import java.io.IOException;

/** The store can't take bytes: disk full or read-only. Not the uploader's fault. */
final class StoreFailure extends IOException {

    StoreFailure(IOException cause) {
        super(cause);
    }
}
