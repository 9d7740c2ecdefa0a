package id.sigap.intake.evidence;

import id.sigap.intake.filetype.FileType;
import id.sigap.intake.filetype.FileType.Form;
import id.sigap.intake.filetype.Recognition;
import id.sigap.intake.filetype.Structure;
import id.sigap.intake.filetype.Structure.Flaw;
import id.sigap.intake.vault.CaseKind;
import id.sigap.service.Refusal;
import jakarta.ws.rs.core.Response.Status;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** Which files a case of each kind takes. */
public enum Taken {
    EVIDENCE("evidence-type-not-taken", _ -> true),
    DOCUMENTS("document-type-not-taken", form -> form == Form.PICTURE || form == Form.DOCUMENT);

    private static final int UNPROCESSABLE = 422;

    private final String refusal;
    private final Set<FileType> types;

    Taken(String refusal, Predicate<Form> taken) {
        this.refusal = refusal;
        Set<FileType> found = EnumSet.noneOf(FileType.class);
        Arrays.stream(FileType.values()).filter(type -> taken.test(type.form())).forEach(found::add);
        this.types = Collections.unmodifiableSet(found);
    }

    static Taken by(CaseKind kind) {
        return switch (kind) {
            case REPORT -> EVIDENCE;
            case APPEAL -> DOCUMENTS;
        };
    }

    /** For a page's picker. */
    public String accept() {
        return FileType.accept(types);
    }

    /** As people call them, separated by commas. */
    public String names(Form form) {
        return FileType.names(types, form);
    }

    /**
     * The type, as far as the first bytes say it.
     *
     * @throws Refusal 400 for an empty file, 415 for one that is not taken
     */
    FileType recognise(byte[] head) {
        if (head.length == 0) {
            throw new Refusal(Status.BAD_REQUEST, "evidence-empty");
        }
        return Recognition.of(head).filter(types::contains).orElseThrow(this::notTaken);
    }

    /**
     * The type, now that all of it has passed.
     *
     * @throws Refusal 415; 422 for a file that nobody could look at
     */
    FileType settle(Structure structure) {
        structure.flaw().ifPresent(flaw -> {
            throw new Refusal(UNPROCESSABLE, code(flaw));
        });
        FileType type = structure.type();
        if (!types.contains(type)) {
            throw notTaken();
        }
        return type;
    }

    private static String code(Flaw flaw) {
        return switch (flaw) {
            case CUT_OFF -> "evidence-cut-off";
            case LOCKED -> "evidence-locked";
        };
    }

    private Refusal notTaken() {
        return new Refusal(
                Status.UNSUPPORTED_MEDIA_TYPE,
                refusal,
                names(Form.PICTURE),
                names(Form.SOUND),
                names(Form.FILM),
                names(Form.DOCUMENT));
    }
}
