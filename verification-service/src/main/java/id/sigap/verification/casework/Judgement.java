package id.sigap.verification.casework;

import id.sigap.events.Category;
import id.sigap.events.Msisdn;
import id.sigap.events.OperatorCode;
import id.sigap.events.SuspectNumber;
import id.sigap.events.report.ReportKind;
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

    /** @throws Refusal if no block can follow: a question, a hacked account, no number an operator can block, no evidence */
    Finding of(Report report, Collection<Evidence> available, Officer officer) {
        if (report.kind() == ReportKind.INFORMATION) {
            throw new Refusal(Status.CONFLICT, "information-not-verifiable");
        }
        Category judged = category.orElse(report.category());
        if (judged == Category.HACKED_ACCOUNT) {
            throw new Refusal(Status.CONFLICT, "category-not-blockable");
        }
        return Finding.of(toBlock(report), judged, operator, basis(available), officer.id());
    }

    private Msisdn toBlock(Report report) {
        Suspect named = number.map(Suspect::of)
                .or(report::suspect)
                .orElseThrow(() -> Refusal.field("number", "number-required"));
        return named.blockable().orElseThrow(() -> new Refusal(Status.CONFLICT, "number-not-blockable", named.value()));
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
