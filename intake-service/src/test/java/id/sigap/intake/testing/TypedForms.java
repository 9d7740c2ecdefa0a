package id.sigap.intake.testing;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/** The pages' forms as somebody types them, in good order; a test says which button is pressed. */
public final class TypedForms {

    private TypedForms() {}

    /** The report's last page. @param to the button: {@code send}, or the page that is next */
    public static Map<String, String> report(String to) {
        return Map.ofEntries(
                Map.entry("from", "CHECK"),
                Map.entry("to", to),
                Map.entry("name", "Budi Contoh"),
                Map.entry("email", Citizen.newMailbox()),
                Map.entry("mobile", "0812 0000 0001"),
                Map.entry("kind", "COMPLAINT"),
                Map.entry("suspectNumber", "0811 0000 0061"),
                Map.entry("channel", "SMS"),
                Map.entry("category", "PRIZE"),
                Map.entry(
                        "occurredAt", LocalDate.now(ZoneOffset.UTC).minusDays(1).toString()),
                Map.entry("moneyLost", "false"),
                Map.entry("narrative", "Katanya saya menang undian."));
    }

    /** @param button its name @param value what it says */
    public static Map<String, String> appeal(String button, String value) {
        var form = new HashMap<String, String>();
        form.put(button, value);
        form.put("number", "0811 0000 0071");
        form.put("statement", "Nomor ini milik saya sejak 2019.");
        form.put("name", "Ani Contoh");
        form.put("email", Citizen.newMailbox());
        form.put("mobile", "0812 0000 0072");
        return Map.copyOf(form);
    }
}
