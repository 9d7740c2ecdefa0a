package id.sigap.verification.casework;

import id.sigap.events.Category;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.SuspectNumber;
import id.sigap.phone.Suspect;
import id.sigap.service.Refusal;
import jakarta.ws.rs.core.Response.Status;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * How an officer judges a report to be fraud; what is empty is taken from the report.
 *
 * @param number the number to block
 * @param category what the fraud pretends to be
 * @param operator whose number it is; empty leaves it to the directory
 * @param evidence the pieces the decision rests on; empty for all there are
 */
public record Judgement(
        Optional<SuspectNumber> number,
        Optional<Category> category,
        Optional<OperatorCode> operator,
        Optional<Set<UUID>> evidence) {

    /** The report is right in all it says. */
    static final Judgement AS_REPORTED =
            new Judgement(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether a block can follow from fraud of that kind: who took over an account is the platform's to stop. */
    public static boolean isBlockable(Category category) {
        return category != Category.HACKED_ACCOUNT;
    }

    /** @throws Refusal if no block can follow: see {@link #refusal}; or if it rests on no evidence there is */
    Finding of(Report report, Collection<Evidence> available, Officer officer) {
        refusal(report).ifPresent(why -> {
            throw why;
        });
        Msisdn toBlock = named(report).flatMap(Suspect::blockable).orElseThrow();
        return Finding.of(toBlock, judged(report), operator, basis(available), officer.id());
    }

    /** Why no block can follow from it, whatever the evidence: a hacked account, no number an operator can block; empty if one can. */
    Optional<Refusal> refusal(Report report) {
        if (!isBlockable(judged(report))) {
            return Optional.of(new Refusal(Status.CONFLICT, "category-not-blockable"));
        }
        Optional<Suspect> named = named(report);
        if (named.isEmpty()) {
            return Optional.of(Refusal.field("number", "number-required"));
        }
        return named.filter(suspect -> suspect.blockable().isEmpty())
                .map(suspect -> new Refusal(Status.CONFLICT, "number-not-blockable", suspect.value()));
    }

    private Category judged(Report report) {
        return category.orElse(report.category());
    }

    private Optional<Suspect> named(Report report) {
        return number.map(Suspect::of).or(report::suspect);
    }

    private List<Evidence> basis(Collection<Evidence> available) {
        List<Evidence> basis = available.stream()
                .filter(piece -> evidence.isEmpty() || evidence.get().contains(piece.id()))
                .toList();
        evidence.filter(named -> named.size() > basis.size()).ifPresent(_ -> {
            throw Refusal.field("evidence", "evidence-unknown");
        });
        if (basis.isEmpty()) {
            throw new Refusal(Status.CONFLICT, "evidence-required");
        }
        return basis;
    }
}
