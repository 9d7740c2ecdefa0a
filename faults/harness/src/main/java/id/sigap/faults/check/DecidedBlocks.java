package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;

import id.sigap.events.EvidenceRef;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.faults.check.Expectations.Excuse;
import id.sigap.faults.check.snapshot.Row;
import id.sigap.faults.check.snapshot.Said;
import id.sigap.faults.check.snapshot.Snapshot;
import id.sigap.faults.history.Attempt;
import id.sigap.faults.history.Fact;
import id.sigap.faults.history.History;
import id.sigap.faults.history.Operation;
import id.sigap.faults.history.Phase;
import id.sigap.infrastructure.Account;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** C: every ticket rests on an officer's own decision about its number, over evidence that is in the vault with those hashes. */
final class DecidedBlocks implements Rule {

    private static final Set<String> OFFICERS = staff("officer", "supervisor");

    static Set<String> staff(String... roles) {
        return Account.PEOPLE.stream()
                .filter(account -> Arrays.stream(roles).anyMatch(account.roles()::contains))
                .map(Account::id)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Finding> judge(History history, Snapshot snapshot, Expectations expectations) {
        Findings found = new Findings(Invariant.C);
        Map<String, Said<EvidenceVerified>> decisions = snapshot.said(EvidenceVerified.class)
                .collect(Collectors.toMap(said -> said.event().subject(), Function.identity(), (first, _) -> first));
        Map<String, List<Attempt>> verifications = history.of(Operation.VERIFY)
                .filter(attempt -> attempt.phase() != Phase.FAIL)
                .collect(Collectors.groupingBy(attempt -> attempt.asked(Fact.REPORT)));
        Map<String, Row> evidence = TicketsOnce.byId(snapshot.table(INTAKE, "evidence"), "id");
        decisions.values().forEach(said -> {
            authorised(said, verifications, expectations, found);
            founded(said.event(), evidence, verifications, found);
        });
        blocks(snapshot, decisions, expectations, found);
        return found.list();
    }

    private static void authorised(
            Said<EvidenceVerified> said,
            Map<String, List<Attempt>> verifications,
            Expectations expectations,
            Findings found) {
        EvidenceVerified decision = said.event();
        String by = decision.decidedBy();
        Optional<String> second = decision.approvedBy();
        found.unless(OFFICERS.contains(by), "a block was decided by " + by + ", who is no officer", decision.report());
        found.unless(
                second.isEmpty()
                        || OFFICERS.contains(second.get()) && !second.get().equals(by),
                "a block decided by %s was approved by %s".formatted(by, second.orElse("")),
                decision.report());
        found.unless(
                second.isPresent()
                        || !expectations.isProtected(decision.number().value()),
                "the protected number " + decision.number() + " was decided by one person",
                decision.report());
        found.unless(
                said.entry().actor().endsWith(":" + second.orElse(by)),
                "a decision of %s was made by %s"
                        .formatted(second.orElse(by), said.entry().actor()),
                decision.report());
        found.unless(
                verifications.getOrDefault(decision.subject(), List.of()).stream()
                        .anyMatch(attempt -> attempt.asked(Fact.OFFICER).equals(by)),
                by + " never verified the report",
                decision.report());
    }

    private static void founded(
            EvidenceVerified decision,
            Map<String, Row> evidence,
            Map<String, List<Attempt>> verifications,
            Findings found) {
        for (EvidenceRef piece : decision.evidence()) {
            Row row = evidence.get(piece.evidence().toString());
            found.unless(
                    row != null
                            && row.text("case_id").equals(decision.subject())
                            && row.text("state").equals("CLEAN")
                            && row.text("sha256").equals(piece.sha256()),
                    "the decision rests on evidence that the vault does not have, clean and with hash "
                            + piece.sha256(),
                    decision.report(),
                    piece.evidence());
        }
        Set<String> used = decision.evidence().stream().map(EvidenceRef::sha256).collect(Collectors.toSet());
        verifications.getOrDefault(decision.subject(), List.of()).stream()
                .filter(attempt -> attempt.asked(Fact.OFFICER).equals(decision.decidedBy()))
                .filter(attempt -> attempt.phase() == Phase.OK)
                .flatMap(attempt -> Arrays.stream(attempt.asked(Fact.SHA256).split(",")))
                .filter(hash -> !hash.isBlank() && !used.contains(hash.strip()))
                .distinct()
                .forEach(hash -> found.add(
                        "the officer saw evidence %s, the decision leaves it out".formatted(hash), decision.report()));
    }

    /** The report a ticket was opened on was verified, for that number, before anybody was asked to block. */
    private static void blocks(
            Snapshot snapshot,
            Map<String, Said<EvidenceVerified>> decisions,
            Expectations expectations,
            Findings found) {
        Map<String, Said<EvidenceVerified>> grounds = new HashMap<>();
        TicketsOnce.joins(snapshot).forEach(join -> {
            Said<EvidenceVerified> decision = decisions.get(join.report());
            if (decision == null) {
                found.add("a report is in a ticket that no officer verified", join.report(), join.ticket());
            } else {
                grounds.merge(join.ticket(), decision, DecidedBlocks::earlier);
            }
        });
        Asked.in(snapshot)
                .filter(asked -> asked.evidenceCompleteAt().isPresent())
                .forEach(asked -> {
                    Said<EvidenceVerified> ground = grounds.get(asked.ticket());
                    if (ground == null) {
                        found.add("a block was requested without a verified report", asked.request(), asked.ticket());
                        return;
                    }
                    found.unless(
                            ground.event().number().value().equals(asked.number()),
                            "%s is to be blocked, the decision is about %s"
                                    .formatted(asked.number(), ground.event().number()),
                            asked.request(),
                            ground.event().report());
                    found.unless(
                            expectations.excuse(Excuse.CLOCKS_MOVED)
                                    || !asked.entry()
                                            .recordedAt()
                                            .isBefore(ground.entry().recordedAt()),
                            "a block was requested before it was decided",
                            asked.request(),
                            ground.event().report());
                });
    }

    private static Said<EvidenceVerified> earlier(Said<EvidenceVerified> one, Said<EvidenceVerified> other) {
        return other.entry().recordedAt().isBefore(one.entry().recordedAt()) ? other : one;
    }
}
