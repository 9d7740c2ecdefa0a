package id.sigap.intake.recording;

import id.sigap.intake.decoding.Original;
import id.sigap.intake.decoding.Undecodable;
import java.io.IOException;

/** Turns a recording into how loud it is. */
interface Decoder {

    boolean takes(String mediaType);

    /**
     * @throws Undecodable if it isn't what it claims to be, now and later
     * @throws IOException if it could not be read, or took too long, this time
     */
    Peaks peaks(String mediaType, Original original) throws IOException;
}
