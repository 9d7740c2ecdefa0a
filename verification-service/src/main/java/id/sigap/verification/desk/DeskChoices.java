package id.sigap.verification.desk;

import id.sigap.events.Category;
import id.sigap.events.verification.AnswerKind;
import id.sigap.events.verification.EvidenceKind;
import id.sigap.events.verification.RejectionReason;
import id.sigap.web.Choice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The answers that the forms of a case offer, in the reader's language. */
@Named("deskChoices")
@RequestScoped
public class DeskChoices {

    private final Phrases phrases;
    private final Operators operators;

    DeskChoices(Phrases phrases, Operators operators) {
        this.operators = operators;
        this.phrases = phrases;
    }

    public List<Choice> rejections() {
        return each(RejectionReason.values(), phrases.words()::rejection);
    }

    public List<Choice> answers() {
        return each(AnswerKind.values(), phrases.words()::answer);
    }

    public List<Choice> evidenceKinds() {
        return each(EvidenceKind.values(), phrases.words()::evidenceKind);
    }

    public List<Choice> categories() {
        return each(Category.values(), phrases.words()::category);
    }

    /** Those that can be asked today. */
    public List<Choice> operators() {
        return operators.choices();
    }

    private static <E extends Enum<E>> List<Choice> each(E[] constants, Function<E, String> label) {
        return Arrays.stream(constants)
                .map(constant -> Choice.of(constant.name(), label.apply(constant)))
                .toList();
    }
}
