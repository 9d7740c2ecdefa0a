package id.sigap.intake.recording;

import java.util.List;

/**
 * How loud a recording is, part by part.
 *
 * @param durationMillis of the whole
 * @param peaks the loudest moment of each of up to 800 parts of equal length, 0 to 255; empty if nothing is heard of it here, or nothing yet
 */
public record Peaks(long durationMillis, List<Integer> peaks) {

    /** It can be listened to, but not drawn. */
    static final Peaks NONE = new Peaks(0, List.of());
}
