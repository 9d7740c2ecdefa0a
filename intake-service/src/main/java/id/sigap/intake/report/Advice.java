package id.sigap.intake.report;

import id.sigap.events.Category;
import id.sigap.intake.wording.Wording;
import id.sigap.phone.Suspect;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** What a reporter should know at once; hours matter when money is gone. */
@ApplicationScoped
class Advice {

    private final Wording wording;

    Advice(Wording wording) {
        this.wording = wording;
    }

    /** @param code machine-readable, stable */
    record Sentence(String code, String text) {}

    List<Sentence> on(Report report) {
        List<String> codes = new ArrayList<>();
        if (report.moneyLost()) {
            codes.add("MONEY_LOST");
        }
        if (report.category() == Category.HACKED_ACCOUNT) {
            codes.add("HACKED_ACCOUNT");
        }
        report.suspect().map(Suspect::kind).ifPresent(kind -> {
            switch (kind) {
                case DOMESTIC_MOBILE -> {}
                case FOREIGN -> codes.add("NOT_BLOCKABLE_FOREIGN");
                case DOMESTIC_LANDLINE -> codes.add("NOT_BLOCKABLE_LANDLINE");
                case SHORT_CODE -> codes.add("NOT_BLOCKABLE_SHORT_CODE");
                case SENDER_NAME -> codes.add("NOT_BLOCKABLE_SENDER_NAME");
            }
        });
        codes.add("KEEP_RECEIPT");
        return codes.stream()
                .map(code -> new Sentence(code, wording.say(report.language(), "advice." + code)))
                .toList();
    }
}
