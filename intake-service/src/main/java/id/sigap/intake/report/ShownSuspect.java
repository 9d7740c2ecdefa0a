package id.sigap.intake.report;

import id.sigap.phone.PhoneNumbers;
import id.sigap.phone.Suspect;
import id.sigap.phone.UnreadableNumber;

/**
 * The reported number, or sender's name, as a page shows it.
 *
 * @param shown as people read it; as it was typed where it can't be read
 * @param brand under which its range is sold; empty where that is unknown
 * @param kind null where it can't be read
 */
public record ShownSuspect(String shown, String brand, Suspect.Kind kind) {

    static ShownSuspect of(String typed) {
        try {
            Suspect read = Suspect.read(typed);
            return new ShownSuspect(
                    read.shown(), read.number().flatMap(PhoneNumbers::brand).orElse(""), read.kind());
        } catch (UnreadableNumber _) {
            return new ShownSuspect(typed == null ? "" : typed, "", null);
        }
    }
}
