package id.sigap.intake.report;

import id.sigap.events.SuspectNumber;
import id.sigap.phone.PhoneNumbers;
import id.sigap.phone.UnreadableNumber;

/**
 * The reported number as a page shows it.
 *
 * @param shown as people read it; as it was typed where it can't be read
 * @param brand under which its range is sold; empty where that is unknown
 * @param kind null where it can't be read
 */
public record Suspect(String shown, String brand, SuspectNumber.Kind kind) {

    static Suspect of(String typed) {
        try {
            SuspectNumber read = PhoneNumbers.read(typed);
            return new Suspect(
                    PhoneNumbers.shown(read), PhoneNumbers.brand(read).orElse(""), read.kind());
        } catch (UnreadableNumber _) {
            return new Suspect(typed == null ? "" : typed, "", null);
        }
    }
}
