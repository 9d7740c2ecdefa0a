package id.sigap.intake.recording;

import java.io.IOException;
import java.io.InputStream;

/** Turns a recording into how loud it is. */
interface Decoder {

    boolean takes(String mediaType);

    /**
     * @throws Loudness.Undecodable if it isn't what it claims to be, now and later
     * @throws IOException if it could not be read, or took too long, this time
     */
    Peaks peaks(String mediaType, InputStream original) throws IOException;
}
