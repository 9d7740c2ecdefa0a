package id.sigap.intake.page;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.report.ReportKind;
import id.sigap.intake.evidence.EvidenceConfig;
import id.sigap.intake.evidence.Taken;
import id.sigap.intake.filetype.FileType.Form;
import id.sigap.intake.form.Faults;
import id.sigap.intake.report.FormStep;
import id.sigap.web.Choice;
import id.sigap.web.Reader;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The answers that the form's questions offer, in the reader's language. */
@Named("choices")
@RequestScoped
public class Choices {

    private static final long MEGABYTE = 1024L * 1024;

    private final Reader reader;
    private final EvidenceConfig evidence;

    Choices(Reader reader, EvidenceConfig evidence) {
        this.reader = reader;
        this.evidence = evidence;
    }

    public List<Choice> kinds() {
        return Arrays.stream(ReportKind.values())
                .map(kind -> new Choice(kind.name(), words().kind(kind), words().kindHint(kind)))
                .toList();
    }

    public List<Choice> channels() {
        return each(Channel.values(), words()::channel);
    }

    public List<Choice> categories() {
        return each(Category.values(), words()::category);
    }

    public List<Choice> moneyLost() {
        return List.of(Choice.of("true", words().yes()), Choice.of("false", words().no()));
    }

    /** Those of Indonesia. */
    public List<Choice> zones() {
        return List.of(
                Choice.of("Asia/Jakarta", words().zoneWest()),
                Choice.of("Asia/Makassar", words().zoneCentral()),
                Choice.of("Asia/Jayapura", words().zoneEast()));
    }

    /** The form's pages, by their short names. */
    public List<String> steps() {
        return Arrays.stream(FormStep.values()).map(words()::step).toList();
    }

    /** For a report's picker. */
    public String evidenceTaken() {
        return Taken.EVIDENCE.accept();
    }

    /** What may be handed in to a report, in a sentence. */
    public String evidenceHint() {
        return words().uploadHint(
                        Taken.EVIDENCE.names(Form.PICTURE),
                        Taken.EVIDENCE.names(Form.SOUND),
                        Taken.EVIDENCE.names(Form.FILM),
                        Taken.EVIDENCE.names(Form.DOCUMENT),
                        evidence.maxBytes() / MEGABYTE);
    }

    /** For an appeal's picker. */
    public String documentsTaken() {
        return Taken.DOCUMENTS.accept();
    }

    /** What may be handed in to an appeal, in a sentence. */
    public String documentsHint() {
        return words().uploadDocumentHint(
                        Taken.DOCUMENTS.names(Form.PICTURE),
                        Taken.DOCUMENTS.names(Form.DOCUMENT),
                        evidence.maxBytes() / MEGABYTE);
    }

    public Faults noFaults() {
        return Faults.NONE;
    }

    private CitizenWords words() {
        return MessageBundles.get(
                CitizenWords.class, Localized.Literal.of(reader.language().code()));
    }

    private static <E extends Enum<E>> List<Choice> each(E[] constants, Function<E, String> label) {
        return Arrays.stream(constants)
                .map(constant -> Choice.of(constant.name(), label.apply(constant)))
                .toList();
    }
}
