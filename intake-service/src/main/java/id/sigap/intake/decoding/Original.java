package id.sigap.intake.decoding;

import java.io.IOException;
import java.io.InputStream;

/** The bytes that somebody handed in, as often as they are read. */
@FunctionalInterface
public interface Original {

    InputStream open() throws IOException;
}
