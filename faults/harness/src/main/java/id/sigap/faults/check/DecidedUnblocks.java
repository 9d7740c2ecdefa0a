package id.sigap.faults.check;

import id.sigap.events.Msisdn;
import id.sigap.events.TicketId;
import id.sigap.events.ticket.ReleaseProposed;
import id.sigap.events.ticket.UnblockRequested;
import id.sigap.events.verification.AppealUpheld;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.History;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** C: a block is lifted only on an appeal that the regulator upheld, for that number, by somebody who had no part in the block. */
final class DecidedUnblocks implements Rule {

    private static final Set<String> REGULATORS = DecidedBlocks.staff("regulator");

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.C);
        Map<String, AppealUpheld> upheld = snapshot.said(AppealUpheld.class)
                .map(said -> said.event())
                .collect(Collectors.toMap(AppealUpheld::subject, Function.identity(), (first, _) -> first));
        Set<String> asked = history.of(Operation.UPHOLD_APPEAL)
                .filter(attempt -> attempt.phase() != Phase.FAIL)
                .map(attempt -> attempt.asked(Fact.APPEAL) + " " + attempt.asked(Fact.OFFICER))
                .collect(Collectors.toSet());
        upheld.values().forEach(appeal -> {
            found.unless(
                    REGULATORS.contains(appeal.decidedBy()),
                    "an appeal was upheld by " + appeal.decidedBy() + ", who is not the regulator",
                    appeal.appeal());
            found.unless(
                    asked.contains(appeal.subject() + " " + appeal.decidedBy()),
                    appeal.decidedBy() + " never upheld the appeal",
                    appeal.appeal());
        });
        List<UnblockRequested> requests =
                snapshot.said(UnblockRequested.class).map(said -> said.event()).toList();
        Map<TicketId, Set<String>> proposers = snapshot.said(ReleaseProposed.class)
                .map(said -> said.event())
                .collect(Collectors.groupingBy(
                        ReleaseProposed::ticket, Collectors.mapping(ReleaseProposed::proposedBy, Collectors.toSet())));
        requests.forEach(request -> found.unless(
                switch (request.reason()) {
                    case APPEAL -> isOf(request.number(), request.appeal().map(by -> upheld.get(by.toString())));
                    case RELEASE -> isByTwo(request, proposers.getOrDefault(request.ticket(), Set.of()));
                    case LATE_BLOCK -> requests.stream().anyMatch(earlier -> isBefore(earlier, request));
                },
                "%s is to be unblocked (%s) without what that rests on".formatted(request.number(), request.reason()),
                request.request(),
                request.appeal().map(Object::toString).orElse("no appeal")));
        ownDecisions(snapshot, upheld, found);
        return found.list();
    }

    private static boolean isOf(Msisdn number, Optional<AppealUpheld> appeal) {
        return appeal.filter(upheld -> upheld.number().equals(number)).isPresent();
    }

    private static boolean isByTwo(UnblockRequested request, Set<String> proposers) {
        return request.approvedBy()
                .filter(by -> proposers.stream().anyMatch(proposer -> !proposer.equals(by)))
                .isPresent();
    }

    private static boolean isBefore(UnblockRequested earlier, UnblockRequested request) {
        return earlier.ticket().equals(request.ticket())
                && earlier.requestedAt().isBefore(request.requestedAt());
    }

    private static void ownDecisions(Snapshot snapshot, Map<String, AppealUpheld> upheld, Findings found) {
        Set<String> deciders = snapshot.said(EvidenceVerified.class)
                .map(said -> said.event())
                .flatMap(decision -> Stream.concat(Stream.of(decision.decidedBy()), decision.approvedBy().stream())
                        .map(by -> by + " " + decision.number()))
                .collect(Collectors.toSet());
        upheld.values()
                .forEach(appeal -> found.unless(
                        !deciders.contains(appeal.decidedBy() + " " + appeal.number()),
                        appeal.decidedBy() + " decided on an appeal against an own decision",
                        appeal.appeal()));
    }
}
