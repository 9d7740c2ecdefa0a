package id.sigap.intake.evidence;

import id.sigap.intake.form.FormFile;
import id.sigap.intake.vault.CaseId;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.Refusal;
import id.sigap.service.Refusal.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/** Files that come by a page's plain form. */
@ApplicationScoped
public class EvidenceForms {

    /** The form's only field, by its id on the page. */
    public static final String FIELD = "evidence-file";

    private final Uploads uploads;

    EvidenceForms(Uploads uploads) {
        this.uploads = uploads;
    }

    /**
     * Takes the form's file. @return what is wrong with it; empty if it was taken
     *
     * @see Uploads#take
     */
    public Optional<FieldError> take(
            CaseId caseId, CaseKind kind, InputStream form, String contentType, Runnable stillOpen) throws IOException {
        try {
            FormFile file = FormFile.in(form, contentType);
            uploads.take(caseId, kind, file, stillOpen);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal.errors().stream()
                    .findFirst()
                    .map(error -> new FieldError(FIELD, error.code(), error.arguments()))
                    .orElseGet(() -> refusal.at(FIELD)));
        } finally {
            passOver(form);
        }
    }

    /** A browser may hear no answer before it has said all: whoever has a case is waited for, as long as a file may take. */
    private static void passOver(InputStream form) throws IOException {
        form.transferTo(OutputStream.nullOutputStream());
    }
}
