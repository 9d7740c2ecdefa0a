package id.sigap.intake.appeal;

import id.sigap.events.Msisdn;
import id.sigap.events.SuspectNumber;
import id.sigap.intake.form.Contact;
import id.sigap.intake.form.Findings;
import id.sigap.intake.vault.Person;
import id.sigap.service.Language;
import id.sigap.text.TypedText;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The form as it was filled in.
 *
 * @param number the blocked number, an Indonesian mobile number
 * @param documentsFollow true keeps the appeal a draft until its documents are handed in and it is submitted
 * @param language of everything the appellant is told; Indonesian if absent
 */
record AppealForm(
        @Schema(required = true, maxLength = 100) String name,

        @Schema(required = true, format = "email", maxLength = 254)
        String email,

        @Schema(required = true, examples = "0811 0000 0001")
        String mobile,

        @Schema(required = true, examples = "0811 0000 0002")
        String number,

        @Schema(required = true, minLength = 10, maxLength = 5000)
        String statement,

        Boolean documentsFollow,
        @Schema(enumeration = {"id", "en"}) String language) {

    private static final int SHORTEST_STATEMENT = 10;
    private static final int LONGEST_STATEMENT = 5000;

    /** A form that was found in order. */
    record Plea(Person appellant, Msisdn number, String numberAsTyped, String statement, Language language) {}

    boolean isDraft() {
        return Boolean.TRUE.equals(documentsFollow);
    }

    /** @throws id.sigap.service.Refusal 400 naming every field that is wrong */
    Plea read() {
        var findings = new Findings();
        Person appellant = Contact.read(name, email, mobile, findings);
        Optional<SuspectNumber> read = findings.number("number", number);
        if (read.isPresent() && read.get().blockable().isEmpty()) {
            findings.wrong("number", "not-domestic-mobile");
        }
        String text = findings.text("statement", statement, SHORTEST_STATEMENT, LONGEST_STATEMENT);
        Optional<Language> spoken = language == null ? Optional.of(Language.ID) : Language.of(language);
        if (spoken.isEmpty()) {
            findings.wrong("language", "wrong-value", "id, en");
        }
        findings.settle();
        return new Plea(
                appellant,
                read.flatMap(SuspectNumber::blockable).orElseThrow(),
                TypedText.trimmed(number),
                text,
                spoken.orElseThrow());
    }
}
