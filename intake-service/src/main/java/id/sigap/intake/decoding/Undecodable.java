package id.sigap.intake.decoding;

import java.io.IOException;

/** A file is not what it claims to be, or larger than we open; trying again would not help. Nothing is said of what stood in it. */
public final class Undecodable extends IOException {

    public Undecodable() {
        super("not to be decoded");
    }
}
