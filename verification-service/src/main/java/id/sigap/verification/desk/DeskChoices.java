package id.sigap.verification.desk;

import id.sigap.events.Category;
import id.sigap.events.verification.AnswerKind;
import id.sigap.events.verification.EvidenceKind;
import id.sigap.events.verification.RejectionReason;
import id.sigap.verification.casework.Judgement;
import id.sigap.web.Choice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
        return each(EnumSet.allOf(RejectionReason.class), phrases.words()::rejection);
    }

    /** @param which what may be answered */
    public List<Choice> answers(Set<AnswerKind> which) {
        return each(which, phrases.words()::answer);
    }

    public List<Choice> evidenceKinds() {
        return each(EnumSet.allOf(EvidenceKind.class), phrases.words()::evidenceKind);
    }

    /** Those that a block can follow from. */
    public List<Choice> categories() {
        return each(
                Arrays.stream(Category.values()).filter(Judgement::isBlockable).toList(), phrases.words()::category);
    }

    /** Those that can be asked today. */
    public List<Choice> operators() {
        return operators.choices();
    }

    private static <E extends Enum<E>> List<Choice> each(Collection<E> constants, Function<E, String> label) {
        return constants.stream()
                .map(constant -> Choice.of(constant.name(), label.apply(constant)))
                .toList();
    }
}
