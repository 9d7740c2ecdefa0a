package id.sigap.faults.check;

import static id.sigap.local.service.Service.INTAKE;
import static id.sigap.local.service.Service.VERIFICATION;
import static org.assertj.core.api.Assertions.assertThat;

import id.sigap.events.Category;
import id.sigap.events.Channel;
import id.sigap.events.EvidenceId;
import id.sigap.events.EvidenceRef;
import id.sigap.events.Msisdn;
import id.sigap.events.ReportId;
import id.sigap.events.verification.CaseAssigned;
import id.sigap.events.verification.CaseClaimed;
import id.sigap.events.verification.CaseMerged;
import id.sigap.events.verification.CaseReleased;
import id.sigap.events.verification.CaseUnmerged;
import id.sigap.events.verification.EvidenceKind;
import id.sigap.events.verification.EvidenceReceived;
import id.sigap.events.verification.EvidenceRequested;
import id.sigap.events.verification.EvidenceVerified;
import id.sigap.events.verification.VerificationEvent;
import id.sigap.faults.history.History;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** M: what the help desk did is followed from every state. */
@Tag("quick")
class VaultFollowsTest {

    private final ReportId report = new ReportId(UUID.randomUUID());
    private final EvidenceRef evidence = new EvidenceRef(new EvidenceId(UUID.randomUUID()), "ab".repeat(32));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "claimed asked claimed, IN_CONVERSATION",
        "claimed asked claimed verified, VERIFIED",
        "claimed asked assigned verified, VERIFIED",
        "claimed asked received claimed, UNDER_REVIEW",
        "claimed released, SUBMITTED",
        "claimed asked released, SUBMITTED",
        "claimed released received, SUBMITTED",
        "merged, UNDER_REVIEW",
        "merged verified, VERIFIED",
        "merged unmerged, SUBMITTED",
        "merged unmerged claimed, IN_CONVERSATION"
    })
    void report_standsWhereTheHelpDeskPutIt(String deeds, String state) {
        // Given
        World world = new World();
        Arrays.stream(deeds.split(" "))
                .forEach(deed -> world.say(VERIFICATION, said(deed, world.tick()), "officer:sari"));
        // When
        world.row(INTAKE, "report", Map.of("id", report.toString(), "state", state));
        // Then
        assertThat(findings(world)).isEmpty();
    }

    @ParameterizedTest(name = "{0}: not {1}")
    @CsvSource({
        "claimed asked claimed verified, AWAITING_EVIDENCE",
        "claimed asked claimed verified, WITHDRAWN",
        "claimed released, IN_CONVERSATION",
        "merged unmerged, UNDER_REVIEW"
    })
    void reportThatRefusedADeed_isFound(String deeds, String state) {
        // Given
        World world = new World();
        Arrays.stream(deeds.split(" "))
                .forEach(deed -> world.say(VERIFICATION, said(deed, world.tick()), "officer:sari"));
        // When
        world.row(INTAKE, "report", Map.of("id", report.toString(), "state", state));
        // Then
        assertThat(findings(world)).anyMatch(finding -> finding.contains("the vault has the report " + state));
    }

    private static List<String> findings(World world) {
        return new VaultFollows()
                .judge(new History(List.of()), world.snapshot(), Expectations.strict()).stream()
                        .map(Finding::what)
                        .toList();
    }

    private VerificationEvent said(String deed, Instant at) {
        return switch (deed) {
            case "claimed" -> new CaseClaimed(report, "sari", at);
            case "assigned" -> new CaseAssigned(report, "budi", "dewi", at);
            case "released" -> new CaseReleased(report, "sari", "sari", at);
            case "asked" -> new EvidenceRequested(report, "sari", Set.of(EvidenceKind.MESSAGE_PHOTO), at);
            case "received" -> new EvidenceReceived(report, evidence, at);
            case "merged" -> new CaseMerged(report, new ReportId(UUID.randomUUID()), "sari", at);
            case "unmerged" -> new CaseUnmerged(report, new ReportId(UUID.randomUUID()), "sari", at);
            case "verified" ->
                new EvidenceVerified(
                        report,
                        new Msisdn("+6281100000001"),
                        Category.PRIZE,
                        Channel.SMS,
                        List.of(evidence),
                        Optional.empty(),
                        "sari",
                        Optional.empty(),
                        at,
                        at);
            default -> throw new IllegalArgumentException(deed);
        };
    }
}
